package io.skipscope.tap;

import io.skipscope.device.HostTask;
import io.skipscope.tensor.Shape;

/** The statistics of {@link StatsLaunches} in plain Java, in double precision. */
public final class HostStats {
  private HostStats() {}

  /**
   * Fills the array of {@code resultValue}, laid out as {@link StatsLaunches#decode} reads it.
   *
   * @param shape of the value: [batch, channels, ...], any rank
   */
  public static HostTask task(String value, Shape shape, String resultValue) {
    ChannelView view = ChannelView.of(shape);
    return memory -> {
      float[] x = memory.array(value);
      float[] result = memory.array(resultValue);
      memory.parallelFor(view.channels(), channel -> summarise(x, view, channel, result));
    };
  }

  private static void summarise(float[] x, ChannelView view, int channel, float[] result) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    double sum = 0;
    int zeros = 0;
    int numbers = 0;
    for (int image = 0; image < view.batch(); image++) {
      int start = view.start(image, channel);
      for (int i = start; i < start + view.inner(); i++) {
        float number = x[i];
        if (!Float.isNaN(number)) {
          min = Math.min(min, number);
          max = Math.max(max, number);
          sum += number;
          zeros += number == 0 ? 1 : 0;
          numbers++;
        }
      }
    }
    double mean = sum / numbers;
    int target = channel * StatsLaunches.FIELDS;
    result[target] = numbers > 0 ? min : Float.NaN;
    result[target + 1] = numbers > 0 ? max : Float.NaN;
    result[target + 2] = (float) mean;
    result[target + 3] = (float) Math.sqrt(squaredDistances(x, view, channel, mean) / numbers);
    result[target + 4] = numbers > 0 ? (float) zeros / numbers : 0;
    result[target + 5] = view.elements() - numbers;
  }

  private static double squaredDistances(float[] x, ChannelView view, int channel, double mean) {
    double sum = 0;
    for (int image = 0; image < view.batch(); image++) {
      int start = view.start(image, channel);
      for (int i = start; i < start + view.inner(); i++) {
        double distance = x[i] - mean;
        sum += Float.isNaN(x[i]) ? 0 : distance * distance;
      }
    }
    return sum;
  }
}
