package io.skipscope.viewer.render;

import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.viewer.layout.NetPart;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Paints a network that is no chain: boxes, and the wires between them. */
final class LayeredNetPainter {
  private static final double PAD = 8;
  private static final double ARROW = 5;

  private final Graphics2D g;
  private final Palette palette;
  private final NetScene scene;

  LayeredNetPainter(Graphics2D g, Palette palette, NetScene scene) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
  }

  void paint() {
    Rectangle clip = g.getClipBounds();
    for (List<Point2D> wire : scene.geometry().wires()) {
      wire(wire, clip);
    }
    for (NetPart part : scene.geometry().parts()) {
      if (clip == null || part.area().intersects(clip)) {
        box(part);
      }
    }
  }

  private void wire(List<Point2D> points, Rectangle clip) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).getX(), points.get(0).getY());
    points.subList(1, points.size()).forEach(p -> path.lineTo(p.getX(), p.getY()));
    if (clip != null && !path.getBounds2D().createUnion(around(points)).intersects(clip)) {
      return;
    }
    g.setColor(palette.trunk());
    g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(path);
    Point2D end = points.get(points.size() - 1);
    Path2D head = new Path2D.Double();
    head.moveTo(end.getX(), end.getY());
    head.lineTo(end.getX() - ARROW, end.getY() - 1.6 * ARROW);
    head.lineTo(end.getX() + ARROW, end.getY() - 1.6 * ARROW);
    head.closePath();
    g.fill(head);
  }

  /** A straight line has an area of 0, which no clip meets. */
  private static Rectangle2D around(List<Point2D> points) {
    Point2D end = points.get(points.size() - 1);
    return new Rectangle2D.Double(end.getX() - ARROW, end.getY() - 2 * ARROW, 2 * ARROW, 2 * ARROW);
  }

  private void box(NetPart part) {
    boolean block = part.kind() == NetPart.Kind.BLOCK;
    Rectangle2D area = part.area();
    RoundRectangle2D shape =
        new RoundRectangle2D.Double(
            area.getX(), area.getY(), area.getWidth(), area.getHeight(), 8, 8);
    g.setColor(scene.isSelected(part) || block ? palette.tile() : palette.background());
    g.fill(shape);
    g.setColor(outline(part));
    g.setStroke(new BasicStroke(scene.isSelected(part) || scene.isFound(part) ? 2.4f : 1.2f));
    g.draw(shape);
    words(part);
  }

  private Color outline(NetPart part) {
    if (scene.isFound(part)) {
      return palette.highlight();
    }
    boolean changed = part.kind() == NetPart.Kind.BLOCK && scene.isChanged(scene.summary(part));
    return changed ? palette.accent() : scene.isSelected(part) ? palette.trunk() : palette.branch();
  }

  private void words(NetPart part) {
    Graph graph = scene.state().model().graph();
    Rectangle2D area = part.area();
    double room = area.getWidth() - 2 * PAD;
    boolean block = part.kind() == NetPart.Kind.BLOCK;
    ResidualBlock member = block ? scene.summary(part).block() : null;
    String what =
        block ? Text.of("list.shortcut." + member.shortcutKind()) : graph.node(part.name()).op();
    String value = block ? member.output() : graph.node(part.name()).output();
    String shape = StepWords.shape(graph.shape(value));
    FontMetrics font = g.getFontMetrics(block ? palette.bold() : palette.font());
    double baseline = area.getY() + area.getHeight() / 2 - font.getDescent();
    double nameRoom = room - devices(part, baseline, room / 2);
    g.setFont(font.getFont());
    g.setColor(palette.text());
    String name = Labels.clip(part.name(), font, nameRoom);
    g.drawString(name, (float) (area.getX() + PAD), (float) baseline);
    g.setFont(palette.small());
    FontMetrics small = g.getFontMetrics();
    baseline += small.getHeight();
    g.setColor(palette.secondaryText());
    g.drawString(
        shape, (float) (area.getMaxX() - PAD - small.stringWidth(shape)), (float) baseline);
    g.drawString(
        Labels.clip(what, small, room - small.stringWidth(shape) - PAD),
        (float) (area.getX() + PAD),
        (float) baseline);
  }

  /** Who does it, in colour and in words; how much of the room beside the name that takes. */
  private double devices(NetPart part, double baseline, double room) {
    List<Spread.Share> shares = scene.shares(part);
    if (shares.isEmpty()) {
      return 0;
    }
    Rectangle2D area = part.area();
    DeviceMarks.strip(g, shares, area.getX() + 2, area.getY() + 5, area.getHeight() - 10, palette);
    return PAD
        + DeviceMarks.words(
            g, scene.state().spread(), shares, area.getMaxX() - 4, baseline, room, palette);
  }
}
