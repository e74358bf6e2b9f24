package io.skipscope.samples.benchmarks.window;

import java.util.Arrays;

/** Measured times, and what is said of them. */
final class Times {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  /**
   * @param nanos at least one
   */
  Times(long[] nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  int count() {
    return sorted.length;
  }

  /**
   * The time within which a share of all lies.
   *
   * @param share above 0, at most 1
   */
  double millis(double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI;
  }

  double medianMillis() {
    return millis(0.5);
  }
}
