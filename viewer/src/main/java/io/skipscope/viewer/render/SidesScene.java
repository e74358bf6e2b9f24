package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.ViewerState;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two runs beside each other: what each was fed with, and one channel of a value in each, with the
 * difference.
 *
 * @param tap the value as the last run names it
 * @param colors of the maps; the difference has a diverging one
 */
public record SidesScene(RunPair pair, String tap, int channel, ColorMap colors) {
  /** The channel in one of the runs, or in their difference; its picture has a pixel a number. */
  record Side(ComparedSide side, TapFrame frame, BufferedImage picture) {
    /** The number at a place of the map. */
    float number(int channel, Pointer pointer) {
      int row = pointer.row(height(frame));
      int place = row * width(frame) + pointer.column(width(frame));
      return frame.tensor().data()[channel * width(frame) * height(frame) + place];
    }
  }

  /**
   * What is to be seen of a state: the channel and the value that are pointed at, else the selected
   * channel of the maps that are open, or of the block's sum.
   *
   * @return empty while nothing is compared
   */
  public static Optional<SidesScene> of(ViewerState state) {
    if (!state.isCompared()) {
      return Optional.empty();
    }
    RunPair pair = state.comparison().pair();
    Pointer pointer = state.pointer();
    String tap = pointer == null ? tap(state) : pointer.tap();
    int channel = pointer == null ? state.channel() : pointer.channel();
    return Optional.of(new SidesScene(pair, tap, channel, state.colorMap()));
  }

  private static String tap(ViewerState state) {
    BlockRun run = state.run();
    if (state.maps().open() || !run.hasBlock()) {
      return state.maps().tap(run.model(), run.block());
    }
    CardPlan plan = run.plan();
    return plan.step(Role.SUM).or(() -> plan.step(Role.OUTPUT)).map(Step::tap).orElseThrow();
  }

  /** Each of the runs and the difference; none where the value has no counterpart. */
  List<Side> sides() {
    Optional<TapFrame> now = pair.now().frame(tap);
    Optional<TapFrame> kept = pair.aligned().frame(tap);
    Optional<TapFrame> difference = pair.difference().frame(tap);
    List<Side> sides = new ArrayList<>();
    if (now.isPresent() && kept.isPresent() && difference.isPresent()) {
      float[] numbers = numbers(now.get());
      ColorScale shared = ColorScale.shared(colors, numbers, numbers(kept.get()));
      ColorScale around = ColorScale.symmetric(ColorMap.DIVERGING, numbers(difference.get()));
      sides.add(side(ComparedSide.NOW, now.get(), shared));
      sides.add(side(ComparedSide.KEPT, kept.get(), shared));
      sides.add(side(ComparedSide.DIFFERENCE, difference.get(), around));
    }
    return sides;
  }

  /** The channel, or the last one that the value has. */
  int shownChannel() {
    return pair.now().frame(tap).map(this::channelOf).orElse(channel);
  }

  private int channelOf(TapFrame frame) {
    return Math.min(channel, channels(frame) - 1);
  }

  private float[] numbers(TapFrame frame) {
    return MapScales.numbers(frame.tensor(), channelOf(frame), channels(frame));
  }

  private Side side(ComparedSide side, TapFrame frame, ColorScale scale) {
    float[] numbers = numbers(frame);
    int[] pixels = new int[numbers.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = scale.argb(numbers[i]);
    }
    return new Side(side, frame, DevicePixels.image(pixels, width(frame), height(frame)));
  }

  private static int channels(TapFrame frame) {
    return frame.shape().rank() < 2 ? 1 : frame.shape().channels();
  }

  private static int height(TapFrame frame) {
    Shape shape = frame.shape();
    return shape.rank() < 4 ? 1 : shape.height();
  }

  private static int width(TapFrame frame) {
    Shape shape = frame.shape();
    return shape.rank() < 4 ? (int) (shape.elementCount() / channels(frame)) : shape.width();
  }
}
