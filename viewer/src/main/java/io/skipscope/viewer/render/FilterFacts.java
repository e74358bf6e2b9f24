package io.skipscope.viewer.render;

import io.skipscope.tap.ChannelStats;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.state.WeightLayer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a layer's weights hold.
 *
 * @param stats of each filter, one per output
 * @param nearZeroShare share of the slices (a filter's weights of one input channel) whose norm is
 *     near zero, between 0 and 1
 * @param dead the outputs whose whole filter has a norm near zero
 */
public record FilterFacts(ChannelStats stats, double nearZeroShare, List<Integer> dead) {
  /** A norm is near zero below this share of the root mean square of all such norms. */
  private static final double NEAR_ZERO = 0.01;

  public FilterFacts {
    dead = List.copyOf(dead);
  }

  /** Reads every weight. */
  public static FilterFacts of(WeightLayer layer) {
    float[] weights = layer.weight().data();
    boolean[] slices = nearZero(weights, layer.outputs() * layer.layout().inputs());
    boolean[] filters = nearZero(weights, layer.outputs());
    long near = IntStream.range(0, slices.length).filter(i -> slices[i]).count();
    List<Integer> dead =
        IntStream.range(0, filters.length).filter(i -> filters[i]).boxed().toList();
    return new FilterFacts(stats(layer.maps()), near / (double) Math.max(1, slices.length), dead);
  }

  /** Which of so many equal parts have a norm near zero. */
  private static boolean[] nearZero(float[] weights, int parts) {
    double[] squares = new double[parts];
    int size = weights.length / Math.max(1, parts);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double square = (double) weights[i] * weights[i];
      squares[i / size] += square;
      sum += square;
    }
    double limit = NEAR_ZERO * NEAR_ZERO * sum / Math.max(1, parts);
    boolean[] near = new boolean[parts];
    for (int i = 0; i < parts; i++) {
      near[i] = squares[i] <= limit;
    }
    return near;
  }

  private static ChannelStats stats(Tensor maps) {
    int outputs = maps.shape().channels();
    float[] min = new float[outputs];
    float[] max = new float[outputs];
    float[] mean = new float[outputs];
    float[] std = new float[outputs];
    float[] zeroShare = new float[outputs];
    int[] nanCount = new int[outputs];
    for (int o = 0; o < outputs; o++) {
      double[] numbers = finite(MapScales.numbers(maps, o, outputs));
      nanCount[o] = maps.data().length / outputs - numbers.length;
      double sum = 0;
      double squares = 0;
      int zeros = 0;
      min[o] = numbers.length == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
      max[o] = numbers.length == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
      for (double number : numbers) {
        min[o] = (float) Math.min(min[o], number);
        max[o] = (float) Math.max(max[o], number);
        sum += number;
        squares += number * number;
        zeros += number == 0 ? 1 : 0;
      }
      double average = sum / numbers.length;
      mean[o] = (float) average;
      std[o] = (float) Math.sqrt(Math.max(0, squares / numbers.length - average * average));
      zeroShare[o] = numbers.length == 0 ? 0 : zeros / (float) numbers.length;
    }
    return new ChannelStats(min, max, mean, std, zeroShare, nanCount);
  }

  private static double[] finite(float[] numbers) {
    return IntStream.range(0, numbers.length)
        .mapToDouble(i -> numbers[i])
        .filter(number -> !Double.isNaN(number))
        .toArray();
  }
}
