package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.VirtualGrid;
import io.skipscope.viewer.state.MapOrder;
import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;

/** Paints those maps of a virtual grid that the clip shows. */
public final class MapGridPainter {
  private static final double MARK = 8;

  private final Graphics2D g;
  private final Palette palette;
  private final PreparedMaps maps;
  private final VirtualGrid grid;

  public MapGridPainter(Graphics2D g, Palette palette, PreparedMaps maps, VirtualGrid grid) {
    this.g = g;
    this.palette = palette;
    this.maps = maps;
    this.grid = grid;
  }

  /**
   * @param tiles a channel's picture, in device pixels; null while it is not rendered yet
   * @param selected the channel that is framed
   * @param pointed the channel under the pointer, -1 for none
   */
  public void paint(IntFunction<BufferedImage> tiles, int selected, int pointed) {
    Rectangle clip = g.getClipBounds();
    int first = grid.firstBelow(clip.getMinY());
    int end = grid.endAbove(clip.getMaxY());
    g.setFont(palette.small());
    for (int place = first; place < end; place++) {
      int channel = maps.order()[place];
      Rectangle2D cell = grid.cell(place);
      BufferedImage tile = tiles.apply(channel);
      if (tile == null) {
        g.setColor(palette.tile());
        g.fill(cell);
      } else {
        tile(tile, cell);
      }
      if (grid.captionHeight() > 0) {
        caption(channel, cell);
      }
    }
    // Where maps touch, the next one would cover a frame.
    for (int place = first; place < end; place++) {
      int channel = maps.order()[place];
      if (channel == selected || channel == pointed) {
        frame(grid.cell(place), channel == selected ? 2.4f : 1.2f);
      }
    }
  }

  private void tile(BufferedImage tile, Rectangle2D cell) {
    double scale = g.getTransform().getScaleX();
    DevicePixels.draw(
        g, tile, (int) Math.round(cell.getX() * scale), (int) Math.round(cell.getY() * scale));
  }

  private void caption(int channel, Rectangle2D cell) {
    FontMetrics font = g.getFontMetrics();
    float baseline = (float) (cell.getMaxY() + font.getAscent() + 1);
    String number = String.valueOf(channel);
    boolean dead = maps.dead().contains(channel);
    g.setColor(dead ? palette.secondaryText() : palette.text());
    g.drawString(number, (float) cell.getX(), baseline);
    double left = cell.getX() + font.stringWidth(number) + 5;
    if (dead) {
      cross(left, baseline);
      left += MARK + 4;
    }
    if (maps.selection().pinned().contains(channel)) {
      g.setColor(palette.accent());
      g.fill(new Ellipse2D.Double(left, baseline - MARK, MARK, MARK));
      left += MARK + 4;
    }
    if (maps.selection().order() != MapOrder.INDEX) {
      double figure = maps.figure(channel);
      String text = Double.isInfinite(figure) ? "\u2013" : Numbers.value(figure);
      double x = cell.getMaxX() - font.stringWidth(text);
      if (x >= left) {
        g.setColor(palette.secondaryText());
        g.drawString(text, (float) x, baseline);
      }
    }
  }

  /** The mark of a dead channel. */
  private void cross(double left, double baseline) {
    g.setColor(palette.accent());
    g.setStroke(new BasicStroke(1.6f));
    g.draw(new Line2D.Double(left, baseline - MARK, left + MARK, baseline));
    g.draw(new Line2D.Double(left, baseline, left + MARK, baseline - MARK));
  }

  private void frame(Rectangle2D cell, float width) {
    double out = width / 2 + 0.5;
    g.setColor(palette.highlight());
    g.setStroke(new BasicStroke(width));
    g.draw(
        new Rectangle2D.Double(
            cell.getX() - out,
            cell.getY() - out,
            cell.getWidth() + 2 * out,
            cell.getHeight() + 2 * out));
  }
}
