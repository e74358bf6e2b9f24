package io.skipscope.viewer.render;

import io.skipscope.image.ColorScale;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
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
  /** Some blocks have a dozen tiles; each keeps the numbers of a run in memory. */
  private static final int MAX_MEANS = 16;

  /** The tiles that a change leaves as they are, in the scales of before and after it. */
  private static final int MAX_KEPT = 24;

  private static final double CORNER = 6;

  /** The maps of a value in a grid, under whichever name: s(x) may be x. */
  private record Maps(Tensor tensor, GridGeometry grid, int firstChannel) {
    MapMeans means() {
      return MapMeans.of(tensor, grid, firstChannel);
    }
  }

  private record Key(Maps maps, ColorScale scale, int background) {}

  private final MadeOnce<Maps, MapMeans> means = new MadeOnce<>(MAX_MEANS, Maps::means);
  private final MadeOnce<Key, BufferedImage> kept = new MadeOnce<>(MAX_KEPT, this::image);

  private BufferedImage image(Key key) {
    GridGeometry grid = key.maps().grid();
    int[] rgb = means.get(key.maps()).paint(new ToneCurve(key.scale(), 1), key.background());
    return DevicePixels.image(rgb, grid.width(), grid.height());
  }

  /** What a grid lies on. */
  static void ground(Graphics2D g, Tile tile, Palette palette) {
    Rectangle2D body = tile.body();
    g.setColor(palette.tile());
    g.fill(
        new RoundRectangle2D.Double(
            body.getX(), body.getY(), body.getWidth(), body.getHeight(), CORNER, CORNER));
  }

  void paint(Graphics2D g, CardScene scene, Tile tile, Palette palette) {
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
            () -> without(g, tile.body(), palette));
  }

  /** A run that is compared has counterparts of the same shape only. */
  private static void without(Graphics2D g, Rectangle2D body, Palette palette) {
    g.setFont(palette.small());
    g.setColor(palette.secondaryText());
    Labels.centred(g, Text.of("compare.tile"), body);
  }

  private BufferedImage pixels(TapFrame frame, TileGrid placed, ColorScale scale, Palette palette) {
    Maps maps = new Maps(frame.tensor(), placed.grid(), placed.firstChannel());
    return kept.get(new Key(maps, scale, palette.tile().getRGB()));
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
