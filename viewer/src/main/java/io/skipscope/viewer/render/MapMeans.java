package io.skipscope.viewer.render;

import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.GridGeometry;
import java.util.Arrays;

/**
 * The numbers of a grid of maps as it shows them: the mean of those that each pixel covers,
 * weighted by area. All colours can be given to them.
 *
 * @param means one for each pixel of the cells, cell after cell, rows first
 */
record MapMeans(GridGeometry grid, float[] means) {
  /** Reads every number of the maps; {@code firstChannel} is the grid's first one. */
  static MapMeans of(Tensor tensor, GridGeometry grid, int firstChannel) {
    int width = grid.cellWidth();
    float[] means = new float[grid.channels() * grid.cellHeight() * width];
    AreaWeights across = AreaWeights.of(grid.mapWidth(), width);
    AreaWeights down = AreaWeights.of(grid.mapHeight(), grid.cellHeight());
    float[] map = new float[grid.mapWidth() * grid.mapHeight()];
    float[] numbers = new float[grid.mapWidth()];
    int line = 0;
    for (int c = 0; c < grid.channels(); c++) {
      tensor.read((firstChannel + c) * map.length, map);
      for (int y = 0; y < grid.cellHeight(); y++) {
        meanRow(map, down.first()[y] * grid.mapWidth(), down.weights()[y], numbers);
        meansAcross(numbers, across, means, line);
        line += width;
      }
    }
    return new MapMeans(grid, means);
  }

  /**
   * @param background ARGB of the gaps
   * @return ARGB, grid.width() x grid.height(), rows first
   */
  int[] paint(ToneCurve tones, int background) {
    int[] pixels = new int[grid.width() * grid.height()];
    Arrays.fill(pixels, background);
    int line = 0;
    for (int c = 0; c < grid.channels(); c++) {
      for (int y = 0; y < grid.cellHeight(); y++) {
        int target = (grid.cellY(c) + y) * grid.width() + grid.cellX(c);
        tones.argb(means, line, grid.cellWidth(), pixels, target);
        line += grid.cellWidth();
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

  private static void meansAcross(float[] numbers, AreaWeights across, float[] means, int line) {
    int[] first = across.first();
    float[][] weights = across.weights();
    for (int x = 0; x < first.length; x++) {
      means[line + x] = mean(numbers, first[x], weights[x]);
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
