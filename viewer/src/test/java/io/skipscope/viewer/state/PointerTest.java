package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PointerTest {
  private static final Pointer MIDDLE = Pointer.middle("sum", 3);

  @Test
  void itMovesByWholeNumbersOfTheMap() {
    Pointer moved = MIDDLE.moved(2, -1, 8, 4);
    assertEquals(6, moved.column(8));
    assertEquals(1, moved.row(4));
    assertEquals("sum", moved.tap());
    assertEquals(3, moved.channel());
  }

  @Test
  void itStopsAtTheEdges() {
    assertEquals(7, MIDDLE.moved(100, 0, 8, 4).column(8));
    assertEquals(0, MIDDLE.moved(0, -100, 8, 4).row(4));
    assertEquals(0, MIDDLE.moved(1, 1, 1, 1).column(1));
  }

  @Test
  void everyNumberIsReachedInBothDirections() {
    for (int size : new int[] {1, 7, 56, 1001}) {
      Pointer place = MIDDLE.moved(-size, 0, size, 1);
      for (int column = 0; column < size; column++) {
        assertEquals(column, place.column(size));
        place = place.moved(1, 0, size, 1);
      }
      for (int column = size - 1; column >= 0; column--) {
        assertEquals(column, place.column(size));
        place = place.moved(-1, 0, size, 1);
      }
    }
  }
}
