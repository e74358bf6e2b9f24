package io.skipscope.lab.units;

import io.skipscope.tap.ChannelView;
import java.util.Arrays;

/**
 * Running sums of the numbers of each channel, in double precision.
 *
 * <p>Sums are of distances from the channel's first number, so that numbers far from zero lose no
 * digits of their variance. Several threads may add to different channels.
 */
final class ChannelMoments {
  private final float[] min;
  private final float[] max;
  private final double[] origin;
  private final double[] sums;
  private final double[] squares;
  private final long[] counts;
  private final long[] zeros;
  private final long[] nans;

  ChannelMoments(int channels) {
    min = filled(channels, Float.POSITIVE_INFINITY);
    max = filled(channels, Float.NEGATIVE_INFINITY);
    origin = new double[channels];
    sums = new double[channels];
    squares = new double[channels];
    counts = new long[channels];
    zeros = new long[channels];
    nans = new long[channels];
  }

  private static float[] filled(int channels, float number) {
    float[] numbers = new float[channels];
    Arrays.fill(numbers, number);
    return numbers;
  }

  /** Adds one channel of a batch. */
  void add(float[] data, ChannelView view, int channel) {
    for (int image = 0; image < view.batch(); image++) {
      int start = view.start(image, channel);
      for (int i = start; i < start + view.inner(); i++) {
        add(channel, data[i]);
      }
    }
  }

  private void add(int c, float number) {
    if (Float.isNaN(number)) {
      nans[c]++;
      return;
    }
    if (counts[c] == 0) {
      origin[c] = number;
    }
    double distance = number - origin[c];
    sums[c] += distance;
    squares[c] += distance * distance;
    min[c] = Math.min(min[c], number);
    max[c] = Math.max(max[c], number);
    zeros[c] += number == 0 ? 1 : 0;
    counts[c]++;
  }

  float min(int channel) {
    return counts[channel] > 0 ? min[channel] : Float.NaN;
  }

  float max(int channel) {
    return counts[channel] > 0 ? max[channel] : Float.NaN;
  }

  /** NaN where all numbers are. */
  float mean(int channel) {
    return (float) (origin[channel] + sums[channel] / counts[channel]);
  }

  float std(int channel) {
    double mean = sums[channel] / counts[channel];
    return (float) Math.sqrt(Math.max(0, squares[channel] / counts[channel] - mean * mean));
  }

  float zeroShare(int channel) {
    return counts[channel] > 0 ? (float) zeros[channel] / counts[channel] : 0;
  }

  long nanCount(int channel) {
    return nans[channel];
  }
}
