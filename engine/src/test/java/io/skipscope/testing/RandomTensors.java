package io.skipscope.testing;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Random;

/** Seeded gaussian tensors. */
public final class RandomTensors {
  private RandomTensors() {}

  public static Tensor of(long seed, int... extents) {
    return of(seed, Shape.of(extents));
  }

  public static Tensor of(long seed, Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    Random random = new Random(seed);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }
}
