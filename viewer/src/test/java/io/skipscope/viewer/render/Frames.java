package io.skipscope.viewer.render;

import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/** Tapped values with known numbers. */
final class Frames {
  private Frames() {}

  /** A value [1, channels, height, width] with the statistics of its numbers. */
  static TapFrame of(String name, Shape shape, float... numbers) {
    int channels = shape.channels();
    int size = numbers.length / channels;
    float[][] figures = new float[5][channels];
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double squares = 0;
      int zeros = 0;
      float min = Float.POSITIVE_INFINITY;
      float max = Float.NEGATIVE_INFINITY;
      for (int i = c * size; i < (c + 1) * size; i++) {
        sum += numbers[i];
        squares += (double) numbers[i] * numbers[i];
        zeros += numbers[i] == 0 ? 1 : 0;
        min = Math.min(min, numbers[i]);
        max = Math.max(max, numbers[i]);
      }
      double mean = sum / size;
      double[] all = {
        min, max, mean, Math.sqrt(squares / size - mean * mean), zeros / (double) size
      };
      for (int f = 0; f < all.length; f++) {
        figures[f][c] = (float) all[f];
      }
    }
    ChannelStats stats =
        new ChannelStats(
            figures[0], figures[1], figures[2], figures[3], figures[4], new int[channels]);
    return new TapFrame(name, 0, shape, new Tensor(shape, numbers), stats);
  }
}
