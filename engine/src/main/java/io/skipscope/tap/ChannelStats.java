package io.skipscope.tap;

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
   * @param table the numbers of several values, rows of {@link StatsTable#FIELDS} per channel
   * @param firstChannel the value's first row
   * @param channels its number of rows
   */
  public static ChannelStats decode(float[] table, int firstChannel, int channels) {
    return new ChannelStats(
        column(table, firstChannel, channels, 0),
        column(table, firstChannel, channels, 1),
        column(table, firstChannel, channels, 2),
        column(table, firstChannel, channels, 3),
        column(table, firstChannel, channels, 4),
        counts(column(table, firstChannel, channels, 5)));
  }

  private static float[] column(float[] table, int firstRow, int rows, int field) {
    float[] numbers = new float[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = table[(firstRow + row) * StatsTable.FIELDS + field];
    }
    return numbers;
  }

  private static int[] counts(float[] numbers) {
    int[] counts = new int[numbers.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) numbers[i];
    }
    return counts;
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
