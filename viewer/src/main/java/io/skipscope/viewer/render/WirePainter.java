package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.Wire;
import io.skipscope.viewer.state.Scales;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws the trunk, the branch and the plus. */
final class WirePainter {
  private static final double ARROW = 7;
  private static final double DOT = 9;
  private static final float TRUNK_WIDTH = 4;
  private static final float BRANCH_WIDTH = 1.6f;

  private final Graphics2D g;
  private final Palette palette;
  private final Scales scales;

  /**
   * @param scales a branch whose factor is not 1 is marked where it enters the plus
   */
  WirePainter(Graphics2D g, Palette palette, Scales scales) {
    this.g = g;
    this.palette = palette;
    this.scales = scales;
  }

  void paint(CardGeometry geometry) {
    geometry.wires().stream().filter(w -> w.kind() == Wire.Kind.BRANCH).forEach(this::wire);
    geometry.wires().stream().filter(w -> w.kind() == Wire.Kind.TRUNK).forEach(this::wire);
    if (geometry.plus() != null) {
      dot(geometry.fork());
      plus(geometry.plus(), geometry.plusRadius());
    }
  }

  private void wire(Wire wire) {
    boolean trunk = wire.kind() == Wire.Kind.TRUNK;
    float width = trunk ? TRUNK_WIDTH : BRANCH_WIDTH;
    float factor = !wire.intoPlus() ? 1 : trunk ? scales.shortcut() : scales.residual();
    Color plain = trunk ? palette.trunk() : palette.branch();
    g.setColor(factor == 1 ? plain : palette.accent());
    g.setStroke(BranchStrokes.of(width, factor));
    int count = wire.points().size();
    Point2D end = wire.points().get(count - 1);
    Point2D before = wire.points().get(count - 2);
    double head = ARROW + width;
    Point2D neck = towards(end, before, head * 0.8);
    Path2D path = new Path2D.Double();
    path.moveTo(wire.points().get(0).getX(), wire.points().get(0).getY());
    wire.points().subList(1, count - 1).forEach(p -> path.lineTo(p.getX(), p.getY()));
    path.lineTo(neck.getX(), neck.getY());
    g.draw(path);
    arrowHead(end, before, head);
  }

  private void arrowHead(Point2D tip, Point2D from, double size) {
    Point2D base = towards(tip, from, size);
    double acrossX = (base.getY() - tip.getY()) * 0.5;
    double acrossY = (tip.getX() - base.getX()) * 0.5;
    Path2D head = new Path2D.Double();
    head.moveTo(tip.getX(), tip.getY());
    head.lineTo(base.getX() + acrossX, base.getY() + acrossY);
    head.lineTo(base.getX() - acrossX, base.getY() - acrossY);
    head.closePath();
    g.fill(head);
  }

  /** The point at a distance from {@code start} on the way to {@code end}. */
  private static Point2D towards(Point2D start, Point2D end, double distance) {
    double length = start.distance(end);
    double share = length == 0 ? 0 : Math.min(1, distance / length);
    return new Point2D.Double(
        start.getX() + (end.getX() - start.getX()) * share,
        start.getY() + (end.getY() - start.getY()) * share);
  }

  private void dot(Point2D centre) {
    g.setColor(palette.trunk());
    g.fill(new Ellipse2D.Double(centre.getX() - DOT / 2, centre.getY() - DOT / 2, DOT, DOT));
  }

  private void plus(Point2D centre, double radius) {
    double x = centre.getX();
    double y = centre.getY();
    g.setColor(palette.background());
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    g.setColor(palette.trunk());
    g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    double arm = radius * 0.55;
    g.draw(new Line2D.Double(x - arm, y, x + arm, y));
    g.draw(new Line2D.Double(x, y - arm, x, y + arm));
  }
}
