package io.skipscope.run.multi;

import java.util.Arrays;

/** The middle of measured numbers, which a few disturbed ones do not move. */
public final class Median {
  private Median() {}

  /** The upper middle one; 0 for none. */
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
