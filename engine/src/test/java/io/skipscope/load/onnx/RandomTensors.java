package io.skipscope.load.onnx;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Random;

/** Seeded gaussian tensors. */
final class RandomTensors {
  private RandomTensors() {}

  static Tensor of(long seed, int... extents) {
    Tensor tensor = Tensor.zeros(Shape.of(extents));
    Random random = new Random(seed);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }
}
