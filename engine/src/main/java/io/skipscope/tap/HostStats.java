package io.skipscope.tap;

import io.skipscope.device.HostTask;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;

/** The statistics of {@link StatsLaunches} in plain Java, in double precision. */
public final class HostStats {
  private HostStats() {}

  /**
   * The statistics of numbers in host memory, on the calling thread.
   *
   * @param value [batch, channels, ...], any rank
   */
  public static ChannelStats of(Tensor value) {
    ChannelView view = ChannelView.of(value.shape());
    float[] table = new float[StatsTable.FIELDS * view.channels()];
    for (int channel = 0; channel < view.channels(); channel++) {
      summarise(value.data(), view, channel, table, channel);
    }
    return ChannelStats.decode(FloatBuffer.wrap(table), 0, view.channels());
  }

  /**
   * Fills the value's part of {@link StatsTable#BUFFER}.
   *
   * @param shape of the value: [batch, channels, ...], any rank
   * @param firstChannel where that part begins, see {@link StatsTable}
   */
  public static HostTask task(String value, Shape shape, int firstChannel) {
    ChannelView view = ChannelView.of(shape);
    return memory -> {
      float[] x = memory.array(value);
      float[] table = memory.array(StatsTable.BUFFER);
      memory.parallelFor(
          view.channels(),
          channel ->
              summarise(x, view, channel, table, firstChannel * StatsTable.FIELDS + channel));
    };
  }

  private static void summarise(
      float[] x, ChannelView view, int channel, float[] table, int target) {
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
    table[target] = numbers > 0 ? min : Float.NaN;
    table[target + view.channels()] = numbers > 0 ? max : Float.NaN;
    table[target + 2 * view.channels()] = (float) mean;
    table[target + 3 * view.channels()] =
        (float) Math.sqrt(squaredDistances(x, view, channel, mean) / numbers);
    table[target + 4 * view.channels()] = numbers > 0 ? (float) zeros / numbers : 0;
    table[target + 5 * view.channels()] = view.elements() - numbers;
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
