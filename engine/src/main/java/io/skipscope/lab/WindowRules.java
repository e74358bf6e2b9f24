package io.skipscope.lab;

import io.skipscope.graph.Activation;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.pool.PoolAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The arithmetic of what looks through a window: convolutions and poolings. */
final class WindowRules {
  private WindowRules() {}

  /**
   * The window of one number.
   *
   * @param top row of its first tap, negative in the padding; {@code left} likewise
   */
  private record Window(int top, int left, int height, int width, int dilationH, int dilationW) {
    /** What is under the taps in one channel, 0 beyond the edges. */
    float[] numbers(Tensor x, int channel) {
      float[] numbers = new float[height * width];
      for (int tap = 0; tap < numbers.length; tap++) {
        if (isInside(x.shape(), tap)) {
          numbers[tap] = x.at(0, channel, row(tap), column(tap));
        }
      }
      return numbers;
    }

    int row(int tap) {
      return top + tap / width * dilationH;
    }

    int column(int tap) {
      return left + tap % width * dilationW;
    }

    boolean isInside(Shape x, int tap) {
      return row(tap) >= 0 && column(tap) >= 0 && isBefore(x.height(), x.width(), tap);
    }

    boolean isBefore(int endRow, int endColumn, int tap) {
      return row(tap) < endRow && column(tap) < endColumn;
    }
  }

  static Arithmetic conv(Origin origin) {
    ConvAttributes a = (ConvAttributes) origin.node().attributes();
    Tensor x = origin.input(0);
    Tensor weight = origin.input(1);
    Shape kernel = weight.shape();
    NumberPlace place = origin.place();
    Window window =
        new Window(
            place.row() * a.strideH() - a.padTop(),
            place.column() * a.strideW() - a.padLeft(),
            kernel.height(),
            kernel.width(),
            a.dilationH(),
            a.dilationW());
    int perGroup = kernel.extent(1);
    int first = place.channel() / (kernel.extent(0) / a.groups()) * perGroup;
    int taps = kernel.height() * kernel.width();
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < perGroup; i++) {
      int start = (place.channel() * perGroup + i) * taps;
      float[] weights = Arrays.copyOfRange(weight.data(), start, start + taps);
      patches.add(patch(origin, window, first + i, window.numbers(x, first + i), weights));
    }
    return Arithmetic.sum(origin.node(), patches, 0);
  }

  static Arithmetic maxPool(Origin origin) {
    Window window = window(origin);
    Patch patch = pooled(origin, window, inside(origin, window, 1));
    return new Arithmetic(
        origin.node(), List.of(patch), 0, Arithmetic.Reduction.MAXIMUM, Activation.NONE);
  }

  static Arithmetic averagePool(Origin origin) {
    PoolAttributes a = (PoolAttributes) origin.node().attributes();
    Window window = window(origin);
    Shape x = origin.input(0).shape();
    int count = 0;
    for (int tap = 0; tap < window.height() * window.width(); tap++) {
      boolean counted =
          a.countIncludePad()
              ? window.isBefore(x.height() + a.padBottom(), x.width() + a.padRight(), tap)
              : window.isInside(x, tap);
      count += counted ? 1 : 0;
    }
    float share = count == 0 ? 0 : 1f / count;
    return Arithmetic.sum(
        origin.node(), List.of(pooled(origin, window, inside(origin, window, share))), 0);
  }

  static Arithmetic globalAverage(Origin origin) {
    Shape x = origin.input(0).shape();
    Window window = new Window(0, 0, x.height(), x.width(), 1, 1);
    float share = 1f / (x.height() * x.width());
    return Arithmetic.sum(
        origin.node(), List.of(pooled(origin, window, inside(origin, window, share))), 0);
  }

  private static Window window(Origin origin) {
    PoolAttributes a = (PoolAttributes) origin.node().attributes();
    return new Window(
        origin.place().row() * a.strideH() - a.padTop(),
        origin.place().column() * a.strideW() - a.padLeft(),
        a.kernelH(),
        a.kernelW(),
        a.dilationH(),
        a.dilationW());
  }

  /** The same weight for every tap on the map, 0 for the others. */
  private static float[] inside(Origin origin, Window window, float weight) {
    Shape x = origin.input(0).shape();
    float[] weights = new float[window.height() * window.width()];
    for (int tap = 0; tap < weights.length; tap++) {
      weights[tap] = window.isInside(x, tap) ? weight : 0;
    }
    return weights;
  }

  private static Patch pooled(Origin origin, Window window, float[] weights) {
    int channel = origin.place().channel();
    return patch(origin, window, channel, window.numbers(origin.input(0), channel), weights);
  }

  private static Patch patch(
      Origin origin, Window window, int channel, float[] numbers, float[] weights) {
    return new Patch(
        origin.node().input(0), channel, window.height(), window.width(), numbers, weights);
  }
}
