package io.skipscope.viewer.render;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.text.Text;
import java.awt.Color;
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
    g.setFont(palette.bold());
    double line = g.getFontMetrics().getHeight();
    if (scales.residual() != 1) {
      chip(g, factor("F", scales.residual()), x, y - geometry.plusRadius() - 1.6 * line, palette);
    }
    if (scales.shortcut() != 1) {
      chip(g, factor("s", scales.shortcut()), x, y + geometry.plusRadius() + line, palette);
    }
  }

  private static String factor(String branch, float scale) {
    return String.format(Locale.ROOT, "%.2f %s", scale, branch);
  }

  /** A text on a filled ground, around a centre. */
  static void chip(Graphics2D g, String text, double x, double y, Palette palette) {
    FontMetrics metrics = g.getFontMetrics();
    double width = metrics.stringWidth(text) + 2 * PAD;
    double height = metrics.getHeight() + 2;
    g.setColor(palette.accent());
    g.fill(new RoundRectangle2D.Double(x - width / 2, y - height / 2, width, height, 8, 8));
    Color ground = palette.background();
    g.setColor(ground);
    float baseline = (float) (y - height / 2 + 1 + metrics.getAscent());
    g.drawString(text, (float) (x - width / 2 + PAD), baseline);
  }

  /** What was changed in a block, one line each; none if it is as opened. */
  static List<String> lines(Changes changes, ResidualBlock block) {
    List<String> lines = new ArrayList<>();
    String name = block.name();
    Scales scales = changes.scalesOf(name);
    if (scales.residual() != 1) {
      lines.add(Text.of("change.mark.residual", factor("F(x)", scales.residual())));
    }
    if (scales.shortcut() != 1) {
      lines.add(Text.of("change.mark.shortcut", factor("s(x)", scales.shortcut())));
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
