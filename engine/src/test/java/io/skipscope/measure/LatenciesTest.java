package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertEquals(2.5, millis(4, 1, 3, 2).medianMillis());
    assertEquals(3, millis(9, 1, 3).medianMillis());
  }

  @Test
  void p95LeavesOutOneInTwenty() {
    Latencies times = new Latencies();
    for (int i = 1; i <= 40; i++) {
      times.add(i * 1_000_000L);
    }
    assertEquals(38, times.p95Millis());
    assertEquals(1, times.minMillis());
    assertEquals(7, millis(7).p95Millis());
  }

  private static Latencies millis(int... values) {
    Latencies times = new Latencies();
    for (int value : values) {
      times.add(value * 1_000_000L);
    }
    return times;
  }
}
