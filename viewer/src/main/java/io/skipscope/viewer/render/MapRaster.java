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
    float[] map = new float[grid.mapWidth() * grid.mapHeight()];
    float[] numbers = new float[grid.mapWidth()];
    float[] means = new float[grid.cellWidth()];
    for (int c = 0; c < grid.channels(); c++) {
      tensor.read((firstChannel + c) * map.length, map);
      for (int y = 0; y < grid.cellHeight(); y++) {
        meanRow(map, down.first()[y] * grid.mapWidth(), down.weights()[y], numbers);
        meansAcross(numbers, across, means);
        int line = (grid.cellY(c) + y) * grid.width() + grid.cellX(c);
        tones.argb(means, pixels, line);
      }
    }
    return pixels;
  }

  /** The weighted mean of rows of a map, the first of which begins at {@code corner}. */
  private static void meanRow(float[] map, int corner, float[] weights, float[] mean) {
    int width = mean.length;
    if (weights.length == 1) {
      System.arraycopy(map, corner, mean, 0, width);
      return;
    }
    float first = weights[0];
    float second = weights[1];
    for (int x = 0; x < width; x++) {
      mean[x] = first * map[corner + x] + second * map[corner + width + x];
    }
    for (int r = 2; r < weights.length; r++) {
      float weight = weights[r];
      int row = corner + r * width;
      for (int x = 0; x < width; x++) {
        mean[x] += weight * map[row + x];
      }
    }
  }

  private static void meansAcross(float[] numbers, AreaWeights across, float[] means) {
    int[] first = across.first();
    float[][] weights = across.weights();
    for (int x = 0; x < means.length; x++) {
      means[x] = mean(numbers, first[x], weights[x]);
    }
  }

  /** The first three are written out: a loop of so few rounds takes longer than they do. */
  private static float mean(float[] numbers, int first, float[] weights) {
    if (weights.length == 1) {
      return numbers[first];
    }
    float mean = weights[0] * numbers[first] + weights[1] * numbers[first + 1];
    if (weights.length > 2) {
      mean += weights[2] * numbers[first + 2];
    }
    for (int i = 3; i < weights.length; i++) {
      mean += weights[i] * numbers[first + i];
    }
    return mean;
  }
}
