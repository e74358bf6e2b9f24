package io.skipscope.viewer.render;

/** Enlarges a map by interpolating its numbers between their centres, then colours them. */
final class SmoothRaster {
  private SmoothRaster() {}

  static int[] paint(TileKey tile) {
    float[] numbers = tile.frame().tensor().data();
    int map = tile.channel() * tile.mapWidth() * tile.mapHeight();
    int[] pixels = new int[tile.width() * tile.height()];
    for (int y = 0; y < tile.height(); y++) {
      double row = place(y, tile.height(), tile.mapHeight());
      int top = (int) row;
      int bottom = Math.min(tile.mapHeight() - 1, top + 1);
      for (int x = 0; x < tile.width(); x++) {
        double column = place(x, tile.width(), tile.mapWidth());
        int left = (int) column;
        int right = Math.min(tile.mapWidth() - 1, left + 1);
        double across = column - left;
        double above = mix(numbers, map + top * tile.mapWidth() + left, right - left, across);
        double below = mix(numbers, map + bottom * tile.mapWidth() + left, right - left, across);
        float value = (float) (above + (row - top) * (below - above));
        pixels[y * tile.width() + x] = tile.tones().argb(value);
      }
    }
    return pixels;
  }

  /** The place among the numbers of a pixel's centre, within the outermost centres. */
  private static double place(int pixel, int pixels, int numbers) {
    double place = (pixel + 0.5) * numbers / pixels - 0.5;
    return Math.max(0, Math.min(numbers - 1, place));
  }

  private static double mix(float[] numbers, int first, int step, double share) {
    return numbers[first] + share * (numbers[first + step] - (double) numbers[first]);
  }
}
