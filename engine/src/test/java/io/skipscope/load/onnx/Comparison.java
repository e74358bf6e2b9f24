package io.skipscope.load.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Random;

/** Seeded tensors, and their comparison relative to the largest magnitude. */
final class Comparison {
  private Comparison() {}

  static Tensor random(long seed, int... extents) {
    Tensor tensor = Tensor.zeros(Shape.of(extents));
    Random random = new Random(seed);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }

  static void assertClose(Tensor expected, Tensor actual, double tolerance, String what) {
    assertEquals(expected.shape(), actual.shape(), what);
    double largest = 0;
    double worst = 0;
    for (int i = 0; i < expected.data().length; i++) {
      largest = Math.max(largest, Math.abs(expected.data()[i]));
      double difference = Math.abs(expected.data()[i] - actual.data()[i]);
      worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
    }
    assertTrue(worst <= tolerance * largest, what + ": off by " + worst + " of " + largest);
  }
}
