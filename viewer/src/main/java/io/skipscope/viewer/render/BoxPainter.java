package io.skipscope.viewer.render;

import io.skipscope.lab.ReceptiveBox;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Outlines on the input what a number can see. */
public final class BoxPainter {
  private static final Color HALO = new Color(255, 255, 255, 200);

  private BoxPainter() {}

  /**
   * @param box within the input
   * @param scale logical pixels per pixel of the input
   */
  public static void paint(Graphics2D g, Palette palette, ReceptiveBox box, double scale) {
    Rectangle2D area =
        new Rectangle2D.Double(
            box.left() * scale + 1,
            box.top() * scale + 1,
            Math.max(1, box.width() * scale - 2),
            Math.max(1, box.height() * scale - 2));
    g.setStroke(new BasicStroke(4));
    g.setColor(HALO);
    g.draw(area);
    g.setStroke(new BasicStroke(2));
    g.setColor(palette.highlight());
    g.draw(area);
  }
}
