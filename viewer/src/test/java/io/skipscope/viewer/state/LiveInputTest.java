package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LiveInputTest {
  private static final long TENTH_OF_SECOND_NANOS = 100_000_000;

  private final LiveInput first = new LiveInput("screen", 0);

  @Test
  void theSecondFrameGivesTheFirstRate() {
    LiveInput second = first.after(TENTH_OF_SECOND_NANOS);
    assertEquals(10, second.framesPerSecond(), 1e-9);
    assertEquals(first.name(), second.name());
  }

  @Test
  void oneSlowFrameMovesTheRateALittleAndManyMoveItAllTheWay() {
    LiveInput steady = first.after(TENTH_OF_SECOND_NANOS);
    LiveInput slow = steady.after(10 * TENTH_OF_SECOND_NANOS);
    assertTrue(slow.framesPerSecond() > 5 && slow.framesPerSecond() < 10);
    for (int i = 0; i < 50; i++) {
      slow = slow.after(10 * TENTH_OF_SECOND_NANOS);
    }
    assertEquals(1, slow.framesPerSecond(), 0.01);
  }
}
