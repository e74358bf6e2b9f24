package io.skipscope.viewer.render;

import io.skipscope.image.ColorScale;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.GridGeometry;
import java.util.Arrays;

/**
 * Turns the maps of a tensor into pixels.
 *
 * <p>Enlarged maps repeat each number over a square; reduced ones average the numbers that fall
 * into a pixel, so that thin structures do not vanish.
 */
public final class MapRaster {
  private final Tensor tensor;
  private final ColorScale scale;

  /**
   * @param tensor [1, channels, height, width], or of lower rank with maps of one number
   */
  public MapRaster(Tensor tensor, ColorScale scale) {
    this.tensor = tensor;
    this.scale = scale;
  }

  /**
   * @param firstChannel the channel of the grid's first map
   * @param background ARGB of the gaps
   * @return ARGB, grid.width() x grid.height(), rows first
   */
  public int[] paint(GridGeometry grid, int firstChannel, int background) {
    int[] pixels = new int[grid.width() * grid.height()];
    Arrays.fill(pixels, background);
    int mapSize = grid.mapWidth() * grid.mapHeight();
    for (int c = 0; c < grid.channels(); c++) {
      int offset = (firstChannel + c) * mapSize;
      int corner = grid.cellY(c) * grid.width() + grid.cellX(c);
      if (grid.cellWidth() >= grid.mapWidth()) {
        repeat(grid, offset, pixels, corner);
      } else {
        average(grid, offset, pixels, corner);
      }
    }
    return pixels;
  }

  private void repeat(GridGeometry grid, int offset, int[] pixels, int corner) {
    for (int y = 0; y < grid.cellHeight(); y++) {
      int row = offset + y * grid.mapHeight() / grid.cellHeight() * grid.mapWidth();
      int line = corner + y * grid.width();
      for (int x = 0; x < grid.cellWidth(); x++) {
        float value = tensor.data()[row + x * grid.mapWidth() / grid.cellWidth()];
        pixels[line + x] = scale.argb(value);
      }
    }
  }

  private void average(GridGeometry grid, int offset, int[] pixels, int corner) {
    for (int y = 0; y < grid.cellHeight(); y++) {
      int top = y * grid.mapHeight() / grid.cellHeight();
      int bottom = Math.max(top + 1, (y + 1) * grid.mapHeight() / grid.cellHeight());
      for (int x = 0; x < grid.cellWidth(); x++) {
        int left = x * grid.mapWidth() / grid.cellWidth();
        int right = Math.max(left + 1, (x + 1) * grid.mapWidth() / grid.cellWidth());
        float mean = mean(offset, grid.mapWidth(), left, right, top, bottom);
        pixels[corner + y * grid.width() + x] = scale.argb(mean);
      }
    }
  }

  private float mean(int offset, int mapWidth, int left, int right, int top, int bottom) {
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += tensor.data()[offset + y * mapWidth + x];
      }
    }
    return (float) (sum / ((right - left) * (bottom - top)));
  }
}
