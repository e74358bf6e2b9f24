package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.RangeMode;
import java.util.Arrays;

/** The one colour scale of all maps of a card. */
public final class SharedScale {
  private static final int MAX_SAMPLES = 50_000;

  private SharedScale() {}

  public static ColorScale of(BlockRun run, ColorMap map, RangeMode mode) {
    return switch (mode) {
      case FULL -> full(map, run);
      case SYMMETRIC -> symmetric(map, tensors(run));
      case PERCENTILE -> percentile(map, tensors(run));
    };
  }

  private static Tensor[] tensors(BlockRun run) {
    return run.frames().values().stream().map(TapFrame::tensor).toArray(Tensor[]::new);
  }

  private static float[][] arrays(Tensor... tensors) {
    // Taps that nobody has asked for are read here, on as many cores as there are.
    return Arrays.stream(tensors).parallel().map(Tensor::data).toArray(float[][]::new);
  }

  /** From the statistics of the maps; from all numbers where some lack them or are not finite. */
  private static ColorScale full(ColorMap map, BlockRun run) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (TapFrame frame : run.frames().values()) {
      ChannelStats stats = frame.stats();
      min = Math.min(min, stats == null ? Float.NaN : stats.overallMin());
      max = Math.max(max, stats == null ? Float.NaN : stats.overallMax());
    }
    return Float.isFinite(min) && Float.isFinite(max)
        ? new ColorScale(map, min, max)
        : ColorScale.shared(map, arrays(tensors(run)));
  }

  /**
   * As far below zero as above, from percentiles; where nearly all numbers are 0, as differences
   * may be, from all numbers.
   */
  static ColorScale symmetric(ColorMap map, Tensor... tensors) {
    ColorScale usual = symmetric(percentile(map, tensors));
    return usual.max() > 0 ? usual : ColorScale.symmetric(map, arrays(tensors));
  }

  /** As wide on both sides of zero as the wider side needs. */
  static ColorScale symmetric(ColorScale scale) {
    float reach = Math.max(Math.abs(scale.min()), Math.abs(scale.max()));
    return new ColorScale(scale.map(), -reach, reach);
  }

  /** From the 1st to the 99th percentile, of a regular sample if there are very many numbers. */
  static ColorScale percentile(ColorMap map, Tensor... tensors) {
    long count = Arrays.stream(tensors).mapToLong(t -> t.shape().elementCount()).sum();
    int step = (int) (1 + count / MAX_SAMPLES);
    float[] sample = new float[(int) (count / step) + tensors.length];
    int size = 0;
    for (Tensor tensor : tensors) {
      float[] part = RegularSample.of(tensor, step);
      System.arraycopy(part, 0, sample, size, part.length);
      size += part.length;
    }
    if (size == 0) {
      return new ColorScale(map, 0, 0);
    }
    float low = Selection.nth(sample, size, (int) (0.01 * (size - 1)));
    return new ColorScale(map, low, Selection.nth(sample, size, (int) (0.99 * (size - 1))));
  }
}
