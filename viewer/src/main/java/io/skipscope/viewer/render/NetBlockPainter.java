package io.skipscope.viewer.render;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.viewer.layout.NetMetrics;
import io.skipscope.viewer.layout.NetPart;
import io.skipscope.viewer.layout.NetPart.Bar;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Draws one block: the trunk straight down, F beside it, and the plus where F comes back.
 *
 * <p>An identity is the bare trunk; a projection has a filled box on it, a padded identity an empty
 * one. Without a shortcut the trunk itself turns aside through F.
 */
final class NetBlockPainter {
  private static final double PLUS = 6.5;

  /** Left and right of a word in a bar, together. */
  private static final double LEAST_MARGIN = 4;

  private final Graphics2D g;
  private final Palette palette;
  private final NetScene scene;
  private final NetMetrics metrics;

  NetBlockPainter(Graphics2D g, Palette palette, NetScene scene) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
    metrics = scene.geometry().metrics();
  }

  void paint(NetPart part) {
    ResidualBlock block = scene.summary(part).block();
    Rectangle2D area = part.area();
    double x = metrics.trunkX();
    double fork = area.getY() + 0.45 * metrics.line();
    double plus = area.getMaxY() - 0.55 * metrics.line();
    Scales scales = scene.state().history().present().scalesOf(block.name());
    branch(part, block, fork, plus, scales);
    bars(part);
    g.setColor(palette.trunk());
    g.setStroke(BranchStrokes.trunk());
    g.draw(new Line2D.Double(x, area.getY(), x, fork));
    g.draw(new Line2D.Double(x, plus, x, area.getMaxY()));
    if (block.hasShortcut()) {
      g.setColor(scales.shortcut() == 1 ? palette.trunk() : palette.accent());
      g.setStroke(BranchStrokes.trunk(scales.shortcut()));
      g.draw(new Line2D.Double(x, fork, x, plus));
      box(block.shortcutKind(), x, (fork + plus) / 2);
      plus(x, plus);
    }
  }

  private void branch(NetPart part, ResidualBlock block, double fork, double plus, Scales scales) {
    double x = metrics.trunkX();
    double centre = metrics.branchX() + metrics.branchWidth() / 2;
    Color plain = block.hasShortcut() ? palette.branch() : palette.trunk();
    g.setColor(scales.residual() == 1 ? plain : palette.accent());
    g.setStroke(
        block.hasShortcut()
            ? BranchStrokes.of(1.6f, scales.residual())
            : BranchStrokes.trunk(scales.residual()));
    Path2D path = new Path2D.Double();
    path.moveTo(x, fork);
    path.lineTo(centre, fork);
    path.lineTo(centre, plus);
    path.lineTo(x, plus);
    g.draw(path);
  }

  private void bars(NetPart part) {
    g.setFont(palette.small());
    FontMetrics font = g.getFontMetrics();
    for (Bar bar : part.bars()) {
      Rectangle2D area = bar.area();
      g.setColor(palette.background());
      RoundRectangle2D shape =
          new RoundRectangle2D.Double(
              area.getX(), area.getY(), area.getWidth(), area.getHeight(), 5, 5);
      g.fill(shape);
      g.setColor(bar.node().op().equals("Conv") ? palette.branch() : palette.secondaryText());
      g.setStroke(new BasicStroke(1.4f));
      g.draw(shape);
      if (scene.state().folds().areOperatorsShown(part.name())) {
        name(part, bar);
      }
      String word = bar.node().op().equals("Conv") ? kernel(bar) : shortOp(bar);
      if (font.getHeight() <= area.getHeight() + 4) {
        g.setColor(palette.text());
        double left = metrics.branchX() + (metrics.branchWidth() - font.stringWidth(word)) / 2;
        float baseline = (float) (area.getCenterY() + (font.getAscent() - font.getDescent()) / 2.0);
        if (font.stringWidth(word) + LEAST_MARGIN <= area.getWidth()) {
          g.drawString(word, (float) left, baseline);
        }
      }
    }
  }

  /** The operator's name without the block's, and the shape that it gives if there is room. */
  private void name(NetPart part, Bar bar) {
    FontMetrics font = g.getFontMetrics();
    String full = bar.node().name();
    String prefix = part.name() + ".";
    String name = full.startsWith(prefix) ? full.substring(prefix.length()) : full;
    String shape = StepWords.shape(scene.state().model().graph().shape(bar.node().output()));
    float y = (float) (bar.area().getCenterY() + (font.getAscent() - font.getDescent()) / 2.0);
    double right = metrics.width() - 14;
    double shapeX = right - font.stringWidth(shape);
    g.setColor(palette.text());
    String fitting = Labels.clip(name, font, right - metrics.textX());
    g.drawString(fitting, (float) metrics.textX(), y);
    if (metrics.textX() + font.stringWidth(fitting) + 6 <= shapeX) {
      g.setColor(palette.secondaryText());
      g.drawString(shape, (float) shapeX, y);
    }
  }

  private String kernel(Bar bar) {
    var weight = scene.state().model().graph().shape(bar.node().input(1));
    return weight.extent(2) + "\u00d7" + weight.extent(3);
  }

  private static String shortOp(Bar bar) {
    return switch (bar.node().op()) {
      case "BatchNorm", "Activation" -> Text.of("op.brief." + bar.node().op());
      default -> bar.node().op();
    };
  }

  private void box(ShortcutKind kind, double x, double y) {
    if (kind == ShortcutKind.IDENTITY) {
      return;
    }
    Rectangle2D box = new Rectangle2D.Double(x - 6, y - 8, 12, 16);
    g.setColor(kind == ShortcutKind.PROJECTION ? palette.trunk() : palette.background());
    g.fill(box);
    g.setColor(palette.trunk());
    g.setStroke(new BasicStroke(1.8f));
    g.draw(box);
  }

  private void plus(double x, double y) {
    Ellipse2D circle = new Ellipse2D.Double(x - PLUS, y - PLUS, 2 * PLUS, 2 * PLUS);
    g.setColor(palette.background());
    g.fill(circle);
    g.setColor(palette.trunk());
    g.setStroke(new BasicStroke(1.8f));
    g.draw(circle);
    g.draw(new Line2D.Double(x - 3.5, y, x + 3.5, y));
    g.draw(new Line2D.Double(x, y - 3.5, x, y + 3.5));
  }
}
