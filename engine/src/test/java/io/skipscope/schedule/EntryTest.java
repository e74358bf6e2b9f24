package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.testing.Towers;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final long MAP_BYTES = 4L * 8 * 8 * 8;

  @Test
  void thereIsOneBehindEachBorder() {
    Chain chain = Chains.ofBorders(List.of(100, 200));
    assertEquals(
        List.of(new Entry(List.of("s1"), 100, 200), new Entry(List.of("s2"), 200, 0)),
        Entry.of(chain));
  }

  @Test
  void withoutBordersEachBranchBeginsWithOne() {
    Chain chain = Chain.of(Towers.of("Add", 2, 3, 8, 8));
    assertEquals(
        List.of(
            new Entry(List.of("tower0.0"), MAP_BYTES, MAP_BYTES),
            new Entry(List.of("tower1.0"), MAP_BYTES, MAP_BYTES)),
        Entry.of(chain));
  }

  @Test
  void whereNothingCrossesThereIsNone() {
    assertEquals(List.of(), Entry.of(Chains.ofBorders(List.of())));
  }
}
