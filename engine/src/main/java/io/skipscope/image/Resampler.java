package io.skipscope.image;

/**
 * Bilinear resizing with antialiasing: a triangle filter, widened by the factor of reduction.
 *
 * <p>The same weights as Pillow's BILINEAR and torchvision's {@code antialias=True}, in float and
 * without rounding between the two passes. Enlarging is plain bilinear interpolation with
 * half-pixel centres; an unchanged size changes nothing.
 */
final class Resampler {
  private Resampler() {}

  /**
   * Resizes one plane.
   *
   * @param plane [height, width] numbers, row by row
   */
  static float[] resize(float[] plane, int height, int width, int newHeight, int newWidth) {
    float[] wide = resizeRows(plane, height, new Filter(width, newWidth), width, newWidth);
    return resizeColumns(wide, new Filter(height, newHeight), newHeight, newWidth);
  }

  private static float[] resizeRows(
      float[] plane, int height, Filter filter, int width, int newWidth) {
    float[] out = new float[height * newWidth];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        float sum = 0;
        float[] weights = filter.weights[x];
        int from = y * width + filter.first[x];
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * plane[from + k];
        }
        out[y * newWidth + x] = sum;
      }
    }
    return out;
  }

  private static float[] resizeColumns(float[] plane, Filter filter, int newHeight, int width) {
    float[] out = new float[newHeight * width];
    for (int y = 0; y < newHeight; y++) {
      float[] weights = filter.weights[y];
      for (int k = 0; k < weights.length; k++) {
        int from = (filter.first[y] + k) * width;
        for (int x = 0; x < width; x++) {
          out[y * width + x] += weights[k] * plane[from + x];
        }
      }
    }
    return out;
  }

  /** Which inputs each output of one axis takes, and with what weights. */
  private static final class Filter {
    final int[] first;
    final float[][] weights;

    Filter(int size, int newSize) {
      first = new int[newSize];
      weights = new float[newSize][];
      double scale = (double) size / newSize;
      double radius = Math.max(scale, 1);
      for (int i = 0; i < newSize; i++) {
        double centre = (i + 0.5) * scale;
        first[i] = (int) Math.max(0, centre - radius + 0.5);
        int end = (int) Math.min(size, centre + radius + 0.5);
        weights[i] = triangle(first[i], end, centre, radius);
      }
    }

    private static float[] triangle(int from, int end, double centre, double radius) {
      double[] raw = new double[end - from];
      double sum = 0;
      for (int k = 0; k < raw.length; k++) {
        raw[k] = Math.max(0, 1 - Math.abs((from + k + 0.5 - centre) / radius));
        sum += raw[k];
      }
      float[] weights = new float[raw.length];
      for (int k = 0; k < raw.length; k++) {
        weights[k] = (float) (raw[k] / sum);
      }
      return weights;
    }
  }
}
