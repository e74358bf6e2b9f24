package io.skipscope.op;

import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.StoredNumbers;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded choices: the same seed gives the same case on every machine. Seeds from {@link #HALVES} on
 * give tensors of numbers that halves hold exactly.
 */
public final class RandomSource {
  public static final long HALVES = 1L << 32;

  private final SplittableRandom random;
  private final DataType type;

  public RandomSource(long seed) {
    random = new SplittableRandom(seed);
    type = seed < HALVES ? DataType.FLOAT32 : DataType.FLOAT16;
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
      tensor.data()[i] = StoredNumbers.rounded(uniform(low, high), type);
    }
    return tensor;
  }

  /** Numbers between -2 and 2. */
  public Tensor tensor(Shape shape) {
    return tensor(shape, -2, 2);
  }
}
