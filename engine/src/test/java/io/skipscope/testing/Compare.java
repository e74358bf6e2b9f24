package io.skipscope.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.tensor.Tensor;

/** Comparison of tensors as everywhere in the tests: relative to the largest magnitude. */
public final class Compare {
  private Compare() {}

  /** The largest difference, divided by the largest magnitude of {@code expected}. */
  public static double relativeError(Tensor expected, Tensor actual) {
    assertEquals(expected.shape(), actual.shape());
    double magnitude = 0;
    double error = 0;
    for (int i = 0; i < expected.data().length; i++) {
      magnitude = Math.max(magnitude, Math.abs(expected.data()[i]));
      double difference = Math.abs((double) expected.data()[i] - actual.data()[i]);
      error = difference > error || Double.isNaN(difference) ? difference : error;
    }
    return magnitude == 0 ? error : error / magnitude;
  }

  public static void assertClose(String what, Tensor expected, Tensor actual, double tolerance) {
    double error = relativeError(expected, actual);
    assertTrue(error <= tolerance, what + ": relative error " + error + " above " + tolerance);
  }
}
