package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.state.RangeMode;
import org.junit.jupiter.api.Test;

class SharedScaleTest {
  private static final Shape SHAPE = Shape.of(1, 2, 1, 2);

  private static ColorScale full(TapFrame... frames) {
    return SharedScale.of(
        Runs.of(OpenNets.resNet20(), 1, frames), ColorMap.VIRIDIS, RangeMode.FULL);
  }

  private static TapFrame withoutStats(TapFrame frame) {
    return new TapFrame(frame.name(), frame.frame(), frame.shape(), frame.tensor(), null);
  }

  @Test
  void theFullRangeReachesOverAllMapsWithStatisticsOrWithout() {
    TapFrame low = Frames.of("low", SHAPE, 3, -7, 0, 1);
    TapFrame high = Frames.of("high", SHAPE, 2, 0, 40, 1);
    ColorScale expected = new ColorScale(ColorMap.VIRIDIS, -7, 40);
    assertEquals(expected, full(low, high));
    assertEquals(expected, full(low, withoutStats(high)));
    assertEquals(expected, full(withoutStats(low), withoutStats(high)));
  }

  @Test
  void numbersThatAreNotFiniteDoNotWidenTheRange() {
    TapFrame finite = Frames.of("finite", SHAPE, 1, 2, 3, 4);
    TapFrame infinite = Frames.of("infinite", SHAPE, 0, Float.POSITIVE_INFINITY, Float.NaN, 9);
    assertEquals(new ColorScale(ColorMap.VIRIDIS, 0, 9), full(finite, infinite));
  }
}
