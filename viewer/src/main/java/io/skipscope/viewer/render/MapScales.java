package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.state.MapTone;
import java.util.Arrays;

/** The colour scales of the maps of one value. */
final class MapScales {
  private MapScales() {}

  /** The one scale of all maps; null where each map has its own. */
  static ColorScale shared(Tensor maps, ColorMap colors, MapTone tone) {
    return switch (tone.range()) {
      case SHARED -> ColorScale.shared(colors, maps.data());
      case PER_MAP -> null;
      case PERCENTILE -> SharedScale.percentile(colors, maps);
      case SYMMETRIC -> SharedScale.symmetric(colors, maps);
      case MANUAL -> new ColorScale(colors, tone.low(), tone.high());
    };
  }

  /** The scale of one map alone. */
  static ColorScale ofMap(ChannelStats stats, int channel, ColorMap colors) {
    return new ColorScale(colors, stats.min()[channel], stats.max()[channel]);
  }

  /** A copy of one channel's numbers. */
  static float[] numbers(Tensor maps, int channel, int channels) {
    int size = maps.data().length / channels;
    return Arrays.copyOfRange(maps.data(), channel * size, (channel + 1) * size);
  }
}
