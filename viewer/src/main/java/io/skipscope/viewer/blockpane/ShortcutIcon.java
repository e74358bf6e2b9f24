package io.skipscope.viewer.blockpane;

import io.skipscope.graph.ShortcutKind;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A small drawing of a block: the branch above, and beneath it the trunk as its shortcut is. */
final class ShortcutIcon {
  static final int WIDTH = 30;
  static final int HEIGHT = 18;

  private ShortcutIcon() {}

  /** Draws at the origin of {@code g}. */
  static void paint(Graphics2D g, ShortcutKind kind, Color trunk, Color branch) {
    g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(branch);
    Path2D arc = new Path2D.Double();
    arc.moveTo(4, 13);
    arc.curveTo(5, 1, 21, 1, 23, kind == ShortcutKind.NONE ? 13 : 10);
    g.draw(arc);
    if (kind == ShortcutKind.NONE) {
      g.draw(line(0, 4));
      g.draw(line(23, 29));
      return;
    }
    g.setColor(trunk);
    g.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line(0, 20));
    g.draw(line(26, 29));
    g.fill(new Ellipse2D.Double(20, 10, 6, 6));
    if (kind != ShortcutKind.IDENTITY) {
      g.fill(new Rectangle2D.Double(9, 9.5, 7, 7));
    }
  }

  private static Path2D line(double fromX, double toX) {
    Path2D line = new Path2D.Double();
    line.moveTo(fromX, 13);
    line.lineTo(toX, 13);
    return line;
  }
}
