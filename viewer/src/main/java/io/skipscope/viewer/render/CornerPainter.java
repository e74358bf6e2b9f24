package io.skipscope.viewer.render;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.measure.ModelInfo;
import io.skipscope.viewer.render.BranchWords.Fact;
import io.skipscope.viewer.text.Text;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Fills the free corners of the card: what block this is, and the colour scale with the numbers.
 */
final class CornerPainter {
  private static final double GROUP_GAP = 10;

  private final Graphics2D g;
  private final Palette palette;
  private final CardScene scene;
  private final BranchNumbers numbers;

  /**
   * @param numbers of the block; null where there are none
   */
  CornerPainter(Graphics2D g, Palette palette, CardScene scene, BranchNumbers numbers) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
    this.numbers = numbers;
  }

  /** Name, kind, shortcut, formula and counts of the block. */
  void info() {
    Rectangle2D area = scene.geometry().info();
    ResidualBlock block = scene.run().plan().block();
    FittedLines lines = new FittedLines(g, area);
    lines
        .in(palette.text(), palette.large(), palette.bold(), palette.smallBold())
        .add(0, block.name());
    lines.in(palette.text(), palette.font()).add(2, Text.of(block.kind()), "");
    Color kind = block.hasShortcut() ? palette.trunk() : palette.accent();
    lines
        .in(kind, palette.bold(), palette.smallBold())
        .add(8, shortcutLine(block), Text.of("list.shortcut." + block.shortcutKind()));
    lines.in(palette.text(), palette.font(), palette.small()).add(8, formula(block), "");
    lines.in(palette.accent(), palette.bold(), palette.smallBold(), palette.small());
    ChangeMarks.lines(scene.run().changes(), block).forEach(line -> lines.add(6, line));
    lines.in(palette.secondaryText(), palette.small());
    lines.add(FittedLines.FACT_GAP, counts());
    if (numbers != null) {
      lines.add(GROUP_GAP, BranchWords.ofBlock(numbers));
    }
    lines.paint(area.getY());
  }

  /** The colour scale, and beneath it the selected channel and the numbers under the pointer. */
  void legend() {
    new LegendPainter(g, palette, scene, numbers).paint();
  }

  private static String shortcutLine(ResidualBlock block) {
    return Text.of("card.shortcut." + block.shortcutKind());
  }

  private static String formula(ResidualBlock block) {
    if (!block.hasShortcut()) {
      return Text.of("card.formula.none");
    }
    boolean activated = !block.output().equals(block.sum());
    return Text.of(activated ? "card.formula.activated" : "card.formula.linear");
  }

  private List<Fact> counts() {
    ModelInfo.Block counts = scene.run().summary().counts();
    return List.of(
        Fact.of("card.parameters", Numbers.count(counts.parameters())),
        Fact.of("card.macs", Numbers.count(counts.macs())));
  }
}
