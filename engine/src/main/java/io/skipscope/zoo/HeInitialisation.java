package io.skipscope.zoo;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Seeded numbers of an untrained net (He et al. 2015, "Delving deep into rectifiers", section 2.2).
 *
 * <p>Convolutions are gaussian with variance 2 / fan-out, where fan-out counts the outputs within
 * one group; linear weights are uniform within 1 / sqrt(inputs). Every tensor depends on the seed
 * and its own name only, so a layer keeps its numbers whatever stands around it.
 */
public final class HeInitialisation implements ParameterSource {
  private final long seed;
  private final boolean randomBatchNorm;

  private HeInitialisation(long seed, boolean randomBatchNorm) {
    this.seed = seed;
    this.randomBatchNorm = randomBatchNorm;
  }

  /** Batch norm is the identity: gamma 1, beta 0, mean 0, variance 1; biases are 0. */
  public static HeInitialisation seeded(long seed) {
    return new HeInitialisation(seed, false);
  }

  /**
   * Batch norm and biases are random too, as if trained: for tests that must notice a swapped or
   * forgotten parameter. Residual branches end in a small gamma, which keeps the sums of deep nets
   * small.
   */
  public static HeInitialisation withRandomBatchNorm(long seed) {
    return new HeInitialisation(seed, true);
  }

  @Override
  public Tensor get(String name, Shape shape, Kind kind, int groups) {
    return switch (kind) {
      case CONV_WEIGHT -> gaussian(name, shape, groups);
      case LINEAR_WEIGHT -> {
        double bound = 1 / Math.sqrt(shape.extent(1));
        yield uniform(name, shape, -bound, bound);
      }
      case GAMMA -> batchNorm(name, shape, 1, 0.8, 1.2);
      case RESIDUAL_GAMMA -> batchNorm(name, shape, 1, 0.2, 0.5);
      case RUNNING_VARIANCE -> batchNorm(name, shape, 1, 0.7, 1.4);
      case BETA, RUNNING_MEAN, LINEAR_BIAS -> batchNorm(name, shape, 0, -0.2, 0.2);
    };
  }

  private Tensor batchNorm(String name, Shape shape, double plain, double low, double high) {
    return randomBatchNorm ? uniform(name, shape, low, high) : uniform(name, shape, plain, plain);
  }

  private Tensor uniform(String name, Shape shape, double low, double high) {
    SplittableRandom random = random(name, 0);
    float[] data = new float[shape.elementCount()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (low + (high - low) * random.nextDouble());
    }
    return new Tensor(shape, data);
  }

  private Tensor gaussian(String name, Shape shape, int groups) {
    int filterSize = shape.product(1, shape.rank());
    double fanOut = (double) shape.extent(0) / groups * shape.product(2, shape.rank());
    double std = Math.sqrt(2 / fanOut);
    float[] data = new float[shape.elementCount()];
    IntStream.range(0, shape.extent(0))
        .parallel()
        .forEach(
            filter ->
                fillGaussian(data, filter * filterSize, filterSize, std, random(name, filter)));
    return new Tensor(shape, data);
  }

  /** Marsaglia's polar method, which gives two numbers at a time. */
  private static void fillGaussian(
      float[] data, int begin, int count, double std, SplittableRandom random) {
    for (int i = 0; i < count; i += 2) {
      double u;
      double v;
      double square;
      do {
        u = 2 * random.nextDouble() - 1;
        v = 2 * random.nextDouble() - 1;
        square = u * u + v * v;
      } while (square >= 1 || square == 0);
      double scale = std * Math.sqrt(-2 * Math.log(square) / square);
      data[begin + i] = (float) (u * scale);
      if (i + 1 < count) {
        data[begin + i + 1] = (float) (v * scale);
      }
    }
  }

  private SplittableRandom random(String name, int filter) {
    return new SplittableRandom((seed * 31 + name.hashCode()) * 1_000_003 + filter);
  }
}
