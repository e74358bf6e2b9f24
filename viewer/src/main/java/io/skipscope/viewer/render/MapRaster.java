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
    int mapSize = grid.mapWidth() * grid.mapHeight();
    for (int c = 0; c < grid.channels(); c++) {
      int map = (firstChannel + c) * mapSize;
      for (int y = 0; y < grid.cellHeight(); y++) {
        int line = (grid.cellY(c) + y) * grid.width() + grid.cellX(c);
        for (int x = 0; x < grid.cellWidth(); x++) {
          pixels[line + x] = tones.argb(mean(map, grid.mapWidth(), across, x, down, y));
        }
      }
    }
    return pixels;
  }

  private float mean(int map, int mapWidth, AreaWeights across, int x, AreaWeights down, int y) {
    float[] columns = across.weights()[x];
    float[] rows = down.weights()[y];
    int corner = map + down.first()[y] * mapWidth + across.first()[x];
    if (columns.length == 1 && rows.length == 1) {
      return tensor.data()[corner];
    }
    float sum = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < columns.length; c++) {
        sum += rows[r] * columns[c] * tensor.data()[corner + r * mapWidth + c];
      }
    }
    return sum;
  }
}
