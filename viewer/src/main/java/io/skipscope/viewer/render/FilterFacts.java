package io.skipscope.viewer.render;

import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.HostStats;
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
    return new FilterFacts(
        HostStats.of(layer.maps()), near / (double) Math.max(1, slices.length), dead);
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
}
