package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.measure.PlanComparison.Limits;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlanComparisonLimitsTest {
  private static long nanos(int seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void theLongerRoundsTakeTheFewerThereAre() {
    int quick = Limits.USUAL.mostRounds(0);
    int usual = Limits.USUAL.mostRounds(nanos(7));
    int slow = Limits.USUAL.mostRounds(nanos(60));
    assertTrue(quick > usual && usual > slow, quick + ", " + usual + ", " + slow);
    assertEquals(3, slow);
  }

  @Test
  void noRoundButTheFirstBeginsBehindALimitInSeconds() {
    Limits limits = Limits.ofSeconds(1);
    assertTrue(limits.mostRounds(0) > 1);
    assertEquals(1, limits.mostRounds(nanos(1)));
    assertEquals(nanos(1), limits.warmUpNanos());
    assertEquals(Limits.USUAL.warmUpNanos(), Limits.ofSeconds(1000).warmUpNanos());
  }
}
