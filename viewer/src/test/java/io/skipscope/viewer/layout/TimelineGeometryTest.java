package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineGeometryTest {
  private final TimelineGeometry geometry = new TimelineGeometry(2, 40, 532, 16, 100);

  @Test
  void timeRunsFromTheWordsToTheRightEdge() {
    assertEquals(100, geometry.x(0));
    assertEquals(300, geometry.x(20));
    assertEquals(500, geometry.x(40));
  }

  @Test
  void aBarLiesInItsRowAndIsNeverTooNarrowToBeSeen() {
    assertTrue(geometry.row(1).contains(geometry.bar(1, 3, 5)));
    assertEquals(20, geometry.bar(1, 3, 5).getWidth(), 1e-9);
    assertEquals(1, geometry.bar(0, 3, 3).getWidth());
  }

  @Test
  void theAxisHasRoundTimes() {
    assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0), geometry.ticks());
  }

  @Test
  void nothingMeasuredIsStillATimeline() {
    assertEquals(1, new TimelineGeometry(1, 0, 532, 16, 100).endMillis());
  }
}
