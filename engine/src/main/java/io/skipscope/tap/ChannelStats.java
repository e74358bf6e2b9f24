package io.skipscope.tap;

import java.nio.FloatBuffer;

/**
 * What the numbers of a value look like, channel by channel, over batch, height and width.
 *
 * <p>Each array has one entry per channel (axis 1; a value of rank below 2 is one channel). Numbers
 * that are NaN are counted in {@code nanCount} and left out of everything else.
 *
 * @param std population standard deviation
 * @param zeroShare share of numbers that are exactly 0, between 0 and 1
 */
public record ChannelStats(
    float[] min, float[] max, float[] mean, float[] std, float[] zeroShare, int[] nanCount) {
  /**
   * The statistics of one value.
   *
   * @param table the numbers of several values, laid out as {@link StatsTable} says, from the
   *     buffer's beginning
   * @param firstChannel how many channels of other values come before
   * @param channels of the value
   */
  public static ChannelStats decode(FloatBuffer table, int firstChannel, int channels) {
    return new ChannelStats(
        field(table, firstChannel, channels, 0),
        field(table, firstChannel, channels, 1),
        field(table, firstChannel, channels, 2),
        field(table, firstChannel, channels, 3),
        field(table, firstChannel, channels, 4),
        counts(field(table, firstChannel, channels, 5)));
  }

  private static float[] field(FloatBuffer table, int firstChannel, int channels, int field) {
    int from = firstChannel * StatsTable.FIELDS + field * channels;
    float[] numbers = new float[channels];
    table.get(from, numbers);
    return numbers;
  }

  private static int[] counts(float[] numbers) {
    int[] counts = new int[numbers.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) numbers[i];
    }
    return counts;
  }

  /**
   * The statistics of these numbers and others of the same channels together.
   *
   * @param count how many numbers of each channel these are, NaN included
   * @param otherCount likewise for {@code others}
   */
  public ChannelStats joined(int count, ChannelStats others, int otherCount) {
    ChannelStats joined =
        new ChannelStats(
            min.clone(),
            max.clone(),
            mean.clone(),
            std.clone(),
            zeroShare.clone(),
            nanCount.clone());
    for (int c = 0; c < channels(); c++) {
      joined.add(c, count - nanCount[c], others, otherCount - others.nanCount[c]);
    }
    return joined;
  }

  private void add(int c, double count, ChannelStats others, double otherCount) {
    nanCount[c] += others.nanCount[c];
    if (count == 0) {
      take(c, others);
    } else if (otherCount > 0) {
      mix(c, otherCount / (count + otherCount), others);
    }
  }

  private void take(int c, ChannelStats others) {
    min[c] = others.min[c];
    max[c] = others.max[c];
    mean[c] = others.mean[c];
    std[c] = others.std[c];
    zeroShare[c] = others.zeroShare[c];
  }

  /** Variances are averaged, and grow by how far the means lie apart (Chan et al. 1979). */
  private void mix(int c, double share, ChannelStats others) {
    double apart = (double) others.mean[c] - mean[c];
    double variance =
        (1 - share) * std[c] * std[c]
            + share * others.std[c] * others.std[c]
            + share * (1 - share) * apart * apart;
    min[c] = Math.min(min[c], others.min[c]);
    max[c] = Math.max(max[c], others.max[c]);
    mean[c] = (float) ((1 - share) * mean[c] + share * others.mean[c]);
    std[c] = (float) Math.sqrt(variance);
    zeroShare[c] = (float) ((1 - share) * zeroShare[c] + share * others.zeroShare[c]);
  }

  public int channels() {
    return min.length;
  }

  public float overallMin() {
    float least = Float.POSITIVE_INFINITY;
    for (float value : min) {
      least = Math.min(least, value);
    }
    return least;
  }

  public float overallMax() {
    float most = Float.NEGATIVE_INFINITY;
    for (float value : max) {
      most = Math.max(most, value);
    }
    return most;
  }

  public float overallMean() {
    double sum = 0;
    for (float value : mean) {
      sum += value;
    }
    return (float) (sum / channels());
  }

  /** Of all numbers together: the channels' variances plus the variance of their means. */
  public float overallStd() {
    double centre = overallMean();
    double sum = 0;
    for (int c = 0; c < channels(); c++) {
      sum += (double) std[c] * std[c] + (mean[c] - centre) * (mean[c] - centre);
    }
    return (float) Math.sqrt(sum / channels());
  }

  public float overallZeroShare() {
    double sum = 0;
    for (float value : zeroShare) {
      sum += value;
    }
    return (float) (sum / channels());
  }
}
