package io.skipscope.viewer.render;

import io.skipscope.image.ColorScale;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.GridGeometry;
import java.util.Arrays;

/**
 * Turns the maps of a tensor into pixels: each pixel shows the mean of the numbers that it covers,
 * weighted by area.
 *
 * <p>So maps enlarged by a whole number are squares of one colour, and reduced ones lose no thin
 * structure.
 */
public final class MapRaster {
  private final Tensor tensor;
  private final ToneCurve tones;

  /**
   * @param tensor [1, channels, height, width], or of lower rank with maps of one number
   */
  public MapRaster(Tensor tensor, ColorScale scale) {
    this(tensor, new ToneCurve(scale, 1));
  }

  /** As {@link #MapRaster(Tensor, ColorScale)}, with a gamma. */
  public MapRaster(Tensor tensor, ToneCurve tones) {
    this.tensor = tensor;
    this.tones = tones;
  }

  /**
   * @param firstChannel the channel of the grid's first map
   * @param background ARGB of the gaps
   * @return ARGB, grid.width() x grid.height(), rows first
   */
  public int[] paint(GridGeometry grid, int firstChannel, int background) {
    int[] pixels = new int[grid.width() * grid.height()];
    Arrays.fill(pixels, background);
    AreaWeights across = AreaWeights.of(grid.mapWidth(), grid.cellWidth());
    AreaWeights down = AreaWeights.of(grid.mapHeight(), grid.cellHeight());
    float[] data = tensor.data();
    float[] numbers = new float[grid.mapWidth()];
    int mapSize = grid.mapWidth() * grid.mapHeight();
    for (int c = 0; c < grid.channels(); c++) {
      int map = (firstChannel + c) * mapSize;
      for (int y = 0; y < grid.cellHeight(); y++) {
        int corner = map + down.first()[y] * grid.mapWidth();
        meanRow(data, corner, down.weights()[y], numbers);
        int line = (grid.cellY(c) + y) * grid.width() + grid.cellX(c);
        colour(numbers, across, pixels, line);
      }
    }
    return pixels;
  }

  /** The weighted mean of rows of a map, the first of which begins at {@code corner}. */
  private static void meanRow(float[] data, int corner, float[] weights, float[] mean) {
    if (weights.length == 1) {
      System.arraycopy(data, corner, mean, 0, mean.length);
      return;
    }
    Arrays.fill(mean, 0);
    for (int r = 0; r < weights.length; r++) {
      float weight = weights[r];
      int row = corner + r * mean.length;
      for (int x = 0; x < mean.length; x++) {
        mean[x] += weight * data[row + x];
      }
    }
  }

  private void colour(float[] numbers, AreaWeights across, int[] pixels, int line) {
    for (int x = 0; x < across.first().length; x++) {
      float[] weights = across.weights()[x];
      int first = across.first()[x];
      float value = numbers[first];
      if (weights.length > 1) {
        value = 0;
        for (int c = 0; c < weights.length; c++) {
          value += weights[c] * numbers[first + c];
        }
      }
      pixels[line + x] = tones.argb(value);
    }
  }
}
