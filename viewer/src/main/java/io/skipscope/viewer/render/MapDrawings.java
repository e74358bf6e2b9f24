package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.VirtualGrid;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.BiFunction;

/** The maps as pictures to keep. */
public final class MapDrawings {
  private MapDrawings() {}

  /** One map alone: its pixels. */
  public static Drawing one(PreparedMaps maps, TileKey tile, Palette palette) {
    return new Drawing(
        maps.frame().name() + "-" + tile.channel(),
        tile.width(),
        tile.height(),
        palette.background(),
        g -> {
          double scale = g.getTransform().getScaleX();
          TileKey scaled = tile.scaled(scale);
          DevicePixels.draw(g, image(scaled), 0, 0);
        });
  }

  /**
   * All maps of the grid, in view or not.
   *
   * @param tile gives a channel's tile at a number of pixels per logical pixel
   */
  public static Drawing grid(
      PreparedMaps maps,
      VirtualGrid grid,
      BiFunction<Integer, Double, TileKey> tile,
      Palette palette) {
    return new Drawing(
        maps.frame().name() + "-maps",
        grid.width(),
        Math.max(1, grid.height()),
        palette.background(),
        g -> paint(g, maps, grid, tile, palette));
  }

  private static void paint(
      Graphics2D g,
      PreparedMaps maps,
      VirtualGrid grid,
      BiFunction<Integer, Double, TileKey> tile,
      Palette palette) {
    double scale = g.getTransform().getScaleX();
    new MapGridPainter(g, palette, maps, grid)
        .paint(channel -> image(tile.apply(channel, scale)), -1, -1);
  }

  private static BufferedImage image(TileKey tile) {
    return DevicePixels.image(tile.paint(), tile.width(), tile.height());
  }
}
