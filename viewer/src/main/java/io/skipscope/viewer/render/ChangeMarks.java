package io.skipscope.viewer.render;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says on the card how the block differs from the opened network's. */
final class ChangeMarks {
  private static final double PAD = 5;

  private ChangeMarks() {}

  /** A factor on each branch that is scaled, where it enters the plus. */
  static void paint(Graphics2D g, CardScene scene, Palette palette) {
    CardGeometry geometry = scene.geometry();
    Scales scales = scene.run().changes().scalesOf(scene.run().plan().block().name());
    if (geometry.plus() == null) {
      return;
    }
    double x = geometry.plus().getX();
    double y = geometry.plus().getY();
    g.setFont(palette.smallBold());
    double line = g.getFontMetrics().getHeight();
    if (scales.residual() != 1) {
      String done = done("F", scales.residual());
      chip(g, done, x, y - geometry.plusRadius() - 1.6 * line, palette);
    }
    if (scales.shortcut() != 1) {
      String done = done("s", scales.shortcut());
      double below = scales.shortcut() == 0 ? 1.5 * line : line;
      double lowest = bottom(geometry) - height(g, done) / 2;
      chip(g, done, x, Math.min(lowest, y + geometry.plusRadius() + below), palette);
    }
  }

  /** What was done to a branch: its factor, or that it was taken away. */
  private static String done(String branch, float scale) {
    return scale == 0 ? Text.of("change.gone." + branch) : factor(branch, scale);
  }

  private static String factor(String branch, float scale) {
    return String.format(Locale.ROOT, "%.2f %s", scale, branch);
  }

  private static String inOneLine(String branch, float scale) {
    return Labels.inOneLine(done(branch, scale));
  }

  /** Of the card, whose margin is the same on all sides. */
  private static double bottom(CardGeometry geometry) {
    Tile input = geometry.tile(Role.INPUT).orElseThrow();
    return input.body().getMaxY() + input.body().getMinX();
  }

  /** Of a chip, in the font that is set. */
  private static double height(Graphics2D g, String text) {
    return text.lines().count() * (double) g.getFontMetrics().getHeight() + 2;
  }

  /** A text on a filled ground, around a centre; it may have several lines. */
  static void chip(Graphics2D g, String text, double x, double y, Palette palette) {
    FontMetrics metrics = g.getFontMetrics();
    List<String> lines = text.lines().toList();
    double width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 2 * PAD;
    double height = height(g, text);
    g.setColor(palette.accent());
    g.fill(new RoundRectangle2D.Double(x - width / 2, y - height / 2, width, height, 8, 8));
    g.setColor(palette.background());
    double baseline = y - height / 2 + 1 + metrics.getAscent();
    for (String line : lines) {
      g.drawString(line, (float) (x - metrics.stringWidth(line) / 2.0), (float) baseline);
      baseline += metrics.getHeight();
    }
  }

  /** What was changed in a block, one line each; none if it is as opened. */
  static List<String> lines(Changes changes, ResidualBlock block) {
    List<String> lines = new ArrayList<>();
    String name = block.name();
    Scales scales = changes.scalesOf(name);
    if (scales.residual() != 1) {
      lines.add(Text.of("change.mark.scale", inOneLine("F", scales.residual())));
    }
    if (scales.shortcut() != 1) {
      lines.add(Text.of("change.mark.scale", inOneLine("s", scales.shortcut())));
    }
    changes.swaps().stream()
        .filter(swap -> swap.first().equals(name) || swap.second().equals(name))
        .map(swap -> swap.first().equals(name) ? swap.second() : swap.first())
        .forEach(other -> lines.add(Text.of("change.mark.swap", other)));
    changes.zeroed().stream()
        .filter(zero -> zero.value().equals(block.output()))
        .forEach(zero -> lines.add(Text.of("change.mark.zero", zero.channel())));
    return lines;
  }
}
