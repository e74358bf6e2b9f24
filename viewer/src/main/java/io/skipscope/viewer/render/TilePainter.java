package io.skipscope.viewer.render;

import io.skipscope.image.ColorScale;
import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.layout.GridGeometry;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.layout.TileGrid;
import io.skipscope.viewer.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws the grids of maps, and keeps their pixels until they change. Any thread. */
final class TilePainter {
  private static final int MAX_KEPT = 64;
  private static final double CORNER = 6;

  private record Key(
      TapFrame frame, GridGeometry grid, int firstChannel, ColorScale scale, int background) {
    BufferedImage paint() {
      int[] argb = new MapRaster(frame.tensor(), scale).paint(grid, firstChannel, background);
      return DevicePixels.image(argb, grid.width(), grid.height());
    }
  }

  private final MadeOnce<Key, BufferedImage> kept = new MadeOnce<>(MAX_KEPT, Key::paint);

  /** Makes the pixels of a tile before it is painted. */
  void prepare(CardScene scene, Tile tile, Palette palette) {
    scene
        .run()
        .frame(tile.step().tap())
        .ifPresent(frame -> pixels(frame, scene.grid(tile), scene.scale(), palette));
  }

  void paint(Graphics2D g, CardScene scene, Tile tile, Palette palette) {
    Rectangle2D body = tile.body();
    g.setColor(palette.tile());
    g.fill(
        new RoundRectangle2D.Double(
            body.getX(), body.getY(), body.getWidth(), body.getHeight(), CORNER, CORNER));
    TileGrid placed = scene.grid(tile);
    scene
        .run()
        .frame(tile.step().tap())
        .ifPresentOrElse(
            frame -> {
              DevicePixels.draw(
                  g,
                  pixels(frame, placed, scene.scale(), palette),
                  placed.originX(),
                  placed.originY());
              mark(g, scene, placed, palette);
            },
            () -> without(g, body, palette));
  }

  /** A run that is compared has counterparts of the same shape only. */
  private static void without(Graphics2D g, Rectangle2D body, Palette palette) {
    g.setFont(palette.small());
    g.setColor(palette.secondaryText());
    Labels.centred(g, Text.of("compare.tile"), body);
  }

  private BufferedImage pixels(TapFrame frame, TileGrid placed, ColorScale scale, Palette palette) {
    return kept.get(
        new Key(frame, placed.grid(), placed.firstChannel(), scale, palette.tile().getRGB()));
  }

  private void mark(Graphics2D g, CardScene scene, TileGrid placed, Palette palette) {
    boolean all = placed.grid().channels() > 1;
    if (all && scene.pointer() != null && scene.pointer().channel() != scene.channel()) {
      frame(g, placed, scene.pointer().channel(), palette.highlight(), 1.2f);
    }
    if (all) {
      frame(g, placed, scene.channel(), palette.highlight(), 2.4f);
    }
    if (scene.enlarged() && scene.pointer() != null && placed.shows(scene.pointer().channel())) {
      cross(g, scene, placed, palette);
    }
  }

  private static void frame(Graphics2D g, TileGrid placed, int channel, Color colour, float width) {
    if (!placed.shows(channel)) {
      return;
    }
    Rectangle2D cell = placed.cell(channel);
    double out = width / 2 + 0.5;
    g.setColor(colour);
    g.setStroke(new BasicStroke(width));
    g.draw(
        new Rectangle2D.Double(
            cell.getX() - out,
            cell.getY() - out,
            cell.getWidth() + 2 * out,
            cell.getHeight() + 2 * out));
  }

  /** Outlines the number under the pointer. */
  private static void cross(Graphics2D g, CardScene scene, TileGrid placed, Palette palette) {
    GridGeometry grid = placed.grid();
    Rectangle2D cell = placed.cell(scene.pointer().channel());
    double width = cell.getWidth() / grid.mapWidth();
    double height = cell.getHeight() / grid.mapHeight();
    double x = cell.getX() + scene.pointer().column(grid.mapWidth()) * width;
    double y = cell.getY() + scene.pointer().row(grid.mapHeight()) * height;
    g.setStroke(new BasicStroke(1.6f));
    g.setColor(palette.highlight());
    g.draw(new Rectangle2D.Double(x - 1, y - 1, width + 2, height + 2));
  }
}
