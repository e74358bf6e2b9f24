package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.state.RangeMode;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** More numbers than a sample holds, and no multiple of its step. */
  @Test
  void percentilesAreThoseOfARegularSampleAndCopyNoWholeTap() {
    float[] numbers = new float[120_001];
    Random random = new Random(1);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat();
    }
    Tensor tap =
        Tensor.readFrom(Shape.of(numbers.length), (first, part) -> copy(numbers, first, part));
    float[] sorted = new float[numbers.length / 3 + 1];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = numbers[3 * i];
    }
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    assertEquals(
        new ColorScale(ColorMap.GREY, sorted[(int) (0.01 * last)], sorted[(int) (0.99 * last)]),
        SharedScale.percentile(ColorMap.GREY, tap));
  }

  @Test
  void aTapThatIsLookedAtAgainIsNotReadAgain() {
    AtomicInteger reads = new AtomicInteger();
    Tensor tap =
        Tensor.readFrom(
            SHAPE,
            (first, part) -> {
              reads.incrementAndGet();
              System.arraycopy(new float[] {1, 2, 3, 4}, first, part, 0, part.length);
            });
    ColorScale scale = SharedScale.percentile(ColorMap.GREY, tap);
    int once = reads.get();
    assertEquals(scale, SharedScale.percentile(ColorMap.GREY, tap));
    assertEquals(once, reads.get());
  }

  private static void copy(float[] numbers, int first, float[] part) {
    assertTrue(part.length < numbers.length / 4, "a part of " + part.length);
    System.arraycopy(numbers, first, part, 0, part.length);
  }
}
