package io.skipscope.viewer.render;

/**
 * How often numbers fall into bins of equal width.
 *
 * @param counts one per bin, from {@code min} to {@code max}; numbers that are not finite are left
 *     out
 */
public record Histogram(int[] counts, float min, float max) {
  public static Histogram of(float[] numbers, int bins) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float number : numbers) {
      if (Float.isFinite(number)) {
        min = Math.min(min, number);
        max = Math.max(max, number);
      }
    }
    int[] counts = new int[bins];
    double width = ((double) max - min) / bins;
    for (float number : numbers) {
      if (Float.isFinite(number)) {
        counts[width > 0 ? (int) Math.min(bins - 1, (number - (double) min) / width) : 0]++;
      }
    }
    return new Histogram(counts, min, max);
  }

  /** The fullest bin's count. */
  public int most() {
    int most = 0;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    return most;
  }
}
