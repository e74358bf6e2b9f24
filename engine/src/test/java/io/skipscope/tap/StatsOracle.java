package io.skipscope.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Statistics in double precision, from a list of each channel's numbers. */
public final class StatsOracle {
  /** In proportion to the channel's largest magnitude. */
  private static final double TOLERANCE = 3e-6;

  private StatsOracle() {}

  /**
   * @param table holds the value's statistics behind {@link StatsRunner#FIRST_CHANNEL} other
   *     channels
   */
  static void check(Tensor x, float[] table, String what) {
    int channels = StatsTable.channelsOf(x.shape());
    FloatBuffer numbers = FloatBuffer.wrap(table);
    check(x, ChannelStats.decode(numbers, StatsRunner.FIRST_CHANNEL, channels), what);
    for (int i = 0; i < StatsRunner.FIRST_CHANNEL * StatsTable.FIELDS; i++) {
      assertEquals(0, table[i], what + ", other values");
    }
  }

  /** Whether the statistics are those of the value's numbers. */
  public static void check(Tensor x, ChannelStats stats, String what) {
    int channels = StatsTable.channelsOf(x.shape());
    assertEquals(channels, stats.channels(), what);
    for (int c = 0; c < channels; c++) {
      checkChannel(numbers(x, c, channels), stats, c, what + ", " + x.shape() + ", channel " + c);
    }
  }

  private static List<Double> numbers(Tensor x, int channel, int channels) {
    int inner =
        channels == 1 && x.shape().rank() < 2
            ? x.data().length
            : x.shape().product(2, x.shape().rank());
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < x.data().length; i++) {
      if (i / inner % channels == channel) {
        numbers.add((double) x.data()[i]);
      }
    }
    return numbers;
  }

  private static void checkChannel(List<Double> all, ChannelStats stats, int c, String what) {
    List<Double> numbers = all.stream().filter(number -> !number.isNaN()).toList();
    assertEquals(all.size() - numbers.size(), stats.nanCount()[c], what + ", NaN");
    if (numbers.isEmpty()) {
      assertEquals(Float.NaN, stats.mean()[c], what);
      return;
    }
    double mean = numbers.stream().mapToDouble(number -> number).average().orElseThrow();
    double variance =
        numbers.stream().mapToDouble(n -> (n - mean) * (n - mean)).average().orElseThrow();
    double min = numbers.stream().mapToDouble(number -> number).min().orElseThrow();
    double max = numbers.stream().mapToDouble(number -> number).max().orElseThrow();
    double zeros = numbers.stream().filter(number -> number == 0).count();
    double allowed = TOLERANCE * Math.max(Math.abs(min), Math.abs(max));
    assertEquals(min, stats.min()[c], what + ", min");
    assertEquals(max, stats.max()[c], what + ", max");
    assertEquals(mean, stats.mean()[c], allowed, what + ", mean");
    assertEquals(Math.sqrt(variance), stats.std()[c], allowed, what + ", std");
    assertEquals(zeros / numbers.size(), stats.zeroShare()[c], 1e-6, what + ", zeros");
  }
}
