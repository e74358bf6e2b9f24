package io.skipscope.viewer.render;

/**
 * For each pixel along one axis, which numbers of a map it covers and by how much.
 *
 * @param first the first number that pixel i covers
 * @param weights one weight per number that pixel i covers; they add up to 1
 */
record AreaWeights(int[] first, float[][] weights) {
  /** Spreads {@code numbers} evenly over {@code pixels}. */
  static AreaWeights of(int numbers, int pixels) {
    int[] first = new int[pixels];
    float[][] weights = new float[pixels][];
    for (int i = 0; i < pixels; i++) {
      // In units of 1 / pixels of a number, so that all bounds are whole and exact.
      long start = (long) i * numbers;
      long end = start + numbers;
      first[i] = (int) (start / pixels);
      int last = (int) ((end - 1) / pixels);
      weights[i] = new float[last - first[i] + 1];
      for (int n = first[i]; n <= last; n++) {
        long covered = Math.min(end, (n + 1L) * pixels) - Math.max(start, (long) n * pixels);
        weights[i][n - first[i]] = covered / (float) numbers;
      }
    }
    return new AreaWeights(first, weights);
  }
}
