package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private static final long TENTH_OF_SECOND_NANOS = 100_000_000;

  private final LiveScreen first = new LiveScreen(new Rectangle(3, 4, 5, 6), 0);

  @Test
  void theSecondFrameGivesTheFirstRate() {
    LiveScreen second = first.after(TENTH_OF_SECOND_NANOS);
    assertEquals(10, second.framesPerSecond(), 1e-9);
    assertEquals(first.region(), second.region());
  }

  @Test
  void oneSlowFrameMovesTheRateALittleAndManyMoveItAllTheWay() {
    LiveScreen steady = first.after(TENTH_OF_SECOND_NANOS);
    LiveScreen slow = steady.after(10 * TENTH_OF_SECOND_NANOS);
    assertTrue(slow.framesPerSecond() > 5 && slow.framesPerSecond() < 10);
    for (int i = 0; i < 50; i++) {
      slow = slow.after(10 * TENTH_OF_SECOND_NANOS);
    }
    assertEquals(1, slow.framesPerSecond(), 0.01);
  }
}
