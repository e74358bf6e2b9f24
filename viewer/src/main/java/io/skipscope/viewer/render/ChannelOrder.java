package io.skipscope.viewer.render;

import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.MapOrder;
import io.skipscope.viewer.state.MapSelection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which channels of a value are shown, in which order. */
final class ChannelOrder {
  private ChannelOrder() {}

  /**
   * @param filter null shows all
   * @return the pinned channels, then the others that the filter shows
   */
  static int[] of(
      MapSelection selection, ChannelStats stats, float[] shares, ChannelFilter filter) {
    Comparator<Integer> byFigure =
        selection.order() == MapOrder.INDEX
            ? Comparator.naturalOrder()
            : Comparator.<Integer>comparingDouble(
                    channel -> figure(selection.order(), stats, shares, channel))
                .reversed()
                .thenComparing(Comparator.naturalOrder());
    Comparator<Integer> pinnedFirst = Comparator.comparing(c -> !selection.pinned().contains(c));
    return IntStream.range(0, stats.channels())
        .filter(c -> selection.pinned().contains(c) || filter == null || filter.shows(c))
        .boxed()
        .sorted(pinnedFirst.thenComparing(byFigure))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** What a channel is sorted by; least of all where it has no such number. */
  static double figure(MapOrder order, ChannelStats stats, float[] shares, int channel) {
    float figure =
        switch (order) {
          case INDEX -> channel;
          case MEAN -> stats.mean()[channel];
          case STD -> stats.std()[channel];
          case MAXIMUM -> stats.max()[channel];
          case SPARSITY -> stats.zeroShare()[channel];
          case SHARE -> shares[channel];
        };
    return Float.isNaN(figure) ? Double.NEGATIVE_INFINITY : figure;
  }

  /** F's share of each channel of the run's block; NaN where the block has none such. */
  static float[] shares(BlockRun run, int channels) {
    float[] shares = new float[channels];
    Arrays.fill(shares, Float.NaN);
    if (!run.hasBlock()) {
      return shares;
    }
    String block = run.plan().block().name();
    Optional<TapFrame> residual = run.frame(block + ".residual");
    Optional<TapFrame> shortcut = run.frame(block + ".shortcut");
    if (residual.isEmpty() || shortcut.isEmpty() || residual.get().shape().rank() < 2) {
      return shares;
    }
    int known = residual.get().shape().channels();
    for (int c = 0; c < channels && known == channels; c++) {
      double f = norm(MapScales.numbers(residual.get().tensor(), c, known));
      double s = norm(MapScales.numbers(shortcut.get().tensor(), c, known));
      shares[c] = (float) (f / (f + s));
    }
    return shares;
  }

  private static double norm(float[] numbers) {
    double squares = 0;
    for (float number : numbers) {
      squares += (double) number * number;
    }
    return Math.sqrt(squares);
  }
}
