package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FilmGeometryTest {
  private static final FilmGeometry STRIP = new FilmGeometry(10_000, 64, 20);

  @Test
  void everyFrameIsFoundWhereItIs() {
    for (int i = 0; i < STRIP.count(); i += 37) {
      assertEquals(i, STRIP.indexAt(STRIP.frame(i).getCenterX()));
    }
    assertEquals(-1, STRIP.indexAt(0));
    assertEquals(-1, STRIP.indexAt(STRIP.width() + 1));
    assertTrue(STRIP.frame(9_999).getMaxX() < STRIP.width());
  }

  @Test
  void framesInViewCoverTheViewAndLittleMore() {
    for (int left = 0; left < 5_000; left += 13) {
      int first = STRIP.firstFrom(left);
      int end = STRIP.endBefore(left + 1_000);
      assertTrue(first == 0 || STRIP.frame(first - 1).getMaxX() <= left);
      assertTrue(STRIP.frame(end).getX() >= left + 1_000);
      assertTrue(end - first <= STRIP.perPage(1_000) + 3);
    }
  }
}
