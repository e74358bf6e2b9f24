package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.TimelineGeometry;
import io.skipscope.viewer.state.Spread;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * Paints what each device did when: a row a device, a bar for each frame that it worked on, and a
 * line wherever a frame went on to another device.
 */
public final class TimelinePainter {
  private static final double PAD = 8;

  private final Graphics2D g;
  private final Palette palette;
  private final TimelineScene scene;
  private final TimelineGeometry geometry;

  private TimelinePainter(Graphics2D g, TimelineScene scene, Palette palette) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
    geometry = scene.geometry();
  }

  public static void paint(Graphics2D g, TimelineScene scene, Palette palette) {
    TimelinePainter painter = new TimelinePainter(g, scene, palette);
    painter.axis();
    for (int row = 0; row < scene.spread().devices().size(); row++) {
      painter.row(row);
    }
    scene.spread().bars().forEach(painter::bar);
    scene.spread().handovers().forEach(painter::handover);
    painter.current();
  }

  private void axis() {
    g.setFont(palette.small());
    FontMetrics font = g.getFontMetrics();
    double y = geometry.axis();
    g.setStroke(new BasicStroke(1));
    List<Double> ticks = geometry.ticks();
    for (double millis : ticks) {
      double x = Math.rint(geometry.x(millis)) + 0.5;
      g.setColor(palette.tile());
      g.draw(new Line2D.Double(x, 0, x, y));
      g.setColor(palette.secondaryText());
      g.draw(new Line2D.Double(x, y, x, y + 4));
      String number = SpreadWords.tick(millis, ticks);
      g.drawString(
          number, (float) (x - font.stringWidth(number) / 2.0), (float) (y + 4 + font.getAscent()));
    }
    g.draw(new Line2D.Double(geometry.x(0), y, geometry.x(geometry.endMillis()), y));
  }

  /** The id is in words, for whom its colour says nothing. */
  private void row(int row) {
    Rectangle2D area = geometry.row(row);
    double side = Math.rint(0.7 * geometry.line());
    g.setColor(DeviceColors.of(row, palette));
    g.fill(new RoundRectangle2D.Double(PAD, area.getCenterY() - side / 2, side, side, 3, 3));
    g.setFont(palette.font());
    g.setColor(palette.text());
    FontMetrics font = g.getFontMetrics();
    double left = 2 * PAD + side;
    g.drawString(
        Labels.clip(scene.spread().devices().get(row), font, geometry.x(0) - left - PAD),
        (float) left,
        (float) (area.getCenterY() + (font.getAscent() - font.getDescent()) / 2.0));
  }

  private void bar(Spread.Bar bar) {
    Color color = DeviceColors.of(bar.row(), palette);
    Rectangle2D area = scene.area(bar);
    g.setColor(color);
    g.fill(area);
    if (area.getWidth() >= 3) {
      // Without an edge, bars that follow at once would be one.
      g.setColor(palette.background());
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(area.getMaxX(), area.getY(), area.getMaxX(), area.getMaxY()));
    }
    words(bar, area, color);
  }

  /** The frame's number and the blocks, or only the number, or nothing, as the room is. */
  private void words(Spread.Bar bar, Rectangle2D area, Color ground) {
    g.setFont(palette.small());
    FontMetrics font = g.getFontMetrics();
    double room = area.getWidth() - 6;
    for (String words : SpreadWords.onBar(bar)) {
      if (font.stringWidth(words) <= room) {
        g.setColor(Labels.readableOn(ground));
        g.drawString(
            words,
            (float) (area.getX() + 3),
            (float) (area.getCenterY() + (font.getAscent() - font.getDescent()) / 2.0));
        return;
      }
    }
  }

  private void handover(Spread.Handover handover) {
    g.setColor(palette.text());
    g.setStroke(new BasicStroke(1));
    g.draw(scene.line(handover));
  }

  private void current() {
    List<Spread.Bar> bars = scene.spread().bars();
    if (scene.current() >= 0 && scene.current() < bars.size()) {
      Rectangle2D area = scene.area(bars.get(scene.current()));
      g.setColor(palette.highlight());
      g.setStroke(new BasicStroke(2));
      g.draw(
          new Rectangle2D.Double(
              area.getX() - 1, area.getY() - 1, area.getWidth() + 2, area.getHeight() + 2));
    }
  }
}
