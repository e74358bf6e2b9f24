package io.skipscope.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/**
 * A result in double precision, with the magnitude that rounding errors of each element scale with.
 *
 * @param scales for a sum of products the sum of their magnitudes; at least the result's own
 */
public record Expected(Shape shape, double[] results, double[] scales) {
  /** Room for a result; scales are 0. */
  public static Expected ofShape(Shape shape) {
    return new Expected(shape, new double[shape.elementCount()], new double[shape.elementCount()]);
  }

  /**
   * Fails unless every element lies within {@code tolerance} times its scale, or both are NaN.
   *
   * @param what names the case in the failure's message
   */
  public void compare(Tensor actual, double tolerance, String what) {
    compare(actual, new Tolerance(tolerance, 0, Float.MIN_NORMAL), what);
  }

  /** Likewise for results that have been rounded to what they are stored in. */
  public void compare(Tensor actual, Tolerance tolerance, String what) {
    assertEquals(shape, actual.shape(), what);
    for (int i = 0; i < results.length; i++) {
      double error = Math.abs(actual.data()[i] - results[i]);
      double allowed = tolerance.of(scales[i], results[i]);
      boolean bothNan = Float.isNaN(actual.data()[i]) && Double.isNaN(results[i]);
      if (!(error <= allowed) && !bothNan) {
        fail(
            "%s: element %d of %s is %s, expected %s within %s"
                .formatted(what, i, shape, actual.data()[i], results[i], allowed));
      }
    }
  }
}
