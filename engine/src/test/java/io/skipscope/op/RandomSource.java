package io.skipscope.op;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded choices: the same seed gives the same case on every machine. */
public final class RandomSource {
  private final SplittableRandom random;

  public RandomSource(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A whole number between both bounds, both included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  public float uniform(double low, double high) {
    return (float) random.nextDouble(low, high);
  }

  /** Numbers spread evenly between both bounds. */
  public Tensor tensor(Shape shape, double low, double high) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = uniform(low, high);
    }
    return tensor;
  }

  /** Numbers between -2 and 2. */
  public Tensor tensor(Shape shape) {
    return tensor(shape, -2, 2);
  }
}
