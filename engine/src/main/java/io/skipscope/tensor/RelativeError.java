package io.skipscope.tensor;

/** How far numbers are from those that were expected. */
public final class RelativeError {
  private RelativeError() {}

  /**
   * Largest difference, relative to the largest finite magnitude that was expected.
   *
   * @return infinite where a number is NaN, or infinite, and another was expected
   */
  public static double of(Tensor found, Tensor expected) {
    double magnitude = Float.MIN_NORMAL;
    double difference = 0;
    for (int i = 0; i < expected.data().length; i++) {
      float wanted = expected.data()[i];
      float actual = found.data()[i];
      if (Float.compare(wanted, actual) != 0) {
        double apart = Math.abs((double) actual - wanted);
        difference = Math.max(difference, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
      }
      if (Float.isFinite(wanted)) {
        magnitude = Math.max(magnitude, Math.abs(wanted));
      }
    }
    return difference / magnitude;
  }
}
