package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.FilterLayout;
import io.skipscope.viewer.layout.GridGeometry;

/** Turns a filter into pixels: in colour, or slice by slice. */
final class FilterRaster {
  private FilterRaster() {}

  /**
   * @param tile of a layer's weights
   * @return ARGB, rows first
   */
  static int[] paint(TileKey tile) {
    MapRaster raster = new MapRaster(tile.frame().tensor(), tile.tones());
    return enlarge(tile.filters().inColour() ? colours(raster, tile) : slices(raster, tile), tile);
  }

  private static int[] slices(MapRaster raster, TileKey tile) {
    FilterLayout layout = tile.filters();
    return raster.paint(layout.mosaic(), tile.channel() * layout.inputs(), tile.gap());
  }

  /** Red, green and blue are the brightness of the slices of the three input channels. */
  private static int[] colours(MapRaster raster, TileKey tile) {
    FilterLayout layout = tile.filters();
    int width = layout.kernelWidth();
    int height = layout.kernelHeight();
    GridGeometry one = new GridGeometry(1, width, height, 1, width, height, 0);
    int first = tile.channel() * layout.inputs();
    int[] red = raster.paint(one, first, 0);
    int[] green = raster.paint(one, first + 1, 0);
    int[] blue = raster.paint(one, first + 2, 0);
    int[] pixels = new int[red.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xFF000000 | red[i] & 0xFF0000 | green[i] & 0xFF00 | blue[i] & 0xFF;
    }
    return pixels;
  }

  /** Each pixel shows the square that its middle lies in. */
  private static int[] enlarge(int[] squares, TileKey tile) {
    int[] pixels = new int[tile.width() * tile.height()];
    for (int y = 0; y < tile.height(); y++) {
      int row = (int) ((y + 0.5) * tile.mapHeight() / tile.height());
      for (int x = 0; x < tile.width(); x++) {
        int column = (int) ((x + 0.5) * tile.mapWidth() / tile.width());
        pixels[y * tile.width() + x] = squares[row * tile.mapWidth() + column];
      }
    }
    return pixels;
  }
}
