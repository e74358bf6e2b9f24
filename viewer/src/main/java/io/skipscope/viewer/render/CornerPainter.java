package io.skipscope.viewer.render;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.measure.ModelInfo;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.render.BranchWords.Fact;
import io.skipscope.viewer.text.Text;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Fills the free corners of the card: what block this is, and the colour scale with the numbers.
 */
final class CornerPainter {
  private static final double MAX_BAR = 220;
  private static final double FACT_GAP = 4;
  private static final double GROUP_GAP = 10;
  private static final double READING_GAP = 2;

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
    lines.in(nameFont(block.name(), area.getWidth()), palette.text()).add(0, block.name());
    lines.in(palette.font(), palette.text()).add(2, Text.of(block.kind()), "");
    lines
        .in(palette.bold(), block.hasShortcut() ? palette.trunk() : palette.accent())
        .add(8, shortcutLine(block), Text.of("list.shortcut." + block.shortcutKind()));
    lines.in(palette.font(), palette.text()).add(8, formula(block), "");
    lines.in(palette.bold(), palette.accent());
    ChangeMarks.lines(scene.run().changes(), block).forEach(line -> lines.add(6, line));
    lines.in(palette.small(), palette.secondaryText());
    add(counts(), lines, FACT_GAP);
    if (numbers != null) {
      add(BranchWords.ofBlock(numbers), lines, GROUP_GAP);
    }
    lines.paint(area.getY());
  }

  private Font nameFont(String name, double width) {
    Font large = palette.large();
    return g.getFontMetrics(large).stringWidth(name) > width ? palette.bold() : large;
  }

  /**
   * @param gap above the first fact
   */
  private static void add(List<Fact> facts, FittedLines lines, double gap) {
    for (int i = 0; i < facts.size(); i++) {
      lines.add(i == 0 ? gap : FACT_GAP, facts.get(i).full(), facts.get(i).brief());
    }
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

  /** The colour bar, and beneath it the selected channel and the numbers under the pointer. */
  void legend() {
    Rectangle2D area = scene.geometry().legend();
    g.setFont(palette.bold());
    g.setColor(palette.text());
    double y =
        Labels.paragraph(g, Text.of("card.scale"), area.getX(), area.getY(), area.getWidth());
    double barHeight = Math.max(20, Math.min(MAX_BAR, area.getHeight() * 0.45));
    Rectangle2D bar = new Rectangle2D.Double(area.getX(), y + 8, area.getWidth(), barHeight);
    ColorBarPainter.paint(g, scene.scale(), scene.clipped(), palette, bar);
    readings(area, bar.getMaxY() + 20);
  }

  private void readings(Rectangle2D area, double top) {
    int channel = scene.pointer() == null ? scene.channel() : scene.pointer().channel();
    g.setFont(palette.bold());
    g.setColor(palette.text());
    double y =
        Labels.paragraph(g, Text.of("card.channel", channel), area.getX(), top, area.getWidth());
    g.setFont(palette.small());
    if (scene.pointer() != null) {
      y = pointed(area, y) + GROUP_GAP - FACT_GAP;
    }
    if (numbers != null) {
      FittedLines lines = new FittedLines(g, area).in(palette.small(), palette.secondaryText());
      add(BranchWords.ofChannel(numbers, channel), lines, FACT_GAP);
      y = lines.paint(y) + GROUP_GAP - FACT_GAP;
    }
    if (scene.pointer() == null) {
      hint(area, y);
    }
  }

  /** What a click does, if there is room to say it. */
  private void hint(Rectangle2D area, double top) {
    new FittedLines(g, area)
        .in(palette.small(), palette.secondaryText())
        .add(FACT_GAP, Text.of(scene.enlarged() ? "card.hint.enlarged" : "card.hint.all"), "")
        .paint(top);
  }

  /** What the tiles have under the pointer. */
  private double pointed(Rectangle2D area, double top) {
    double y = top;
    List<Tile> pointed = scene.geometry().tiles().stream().filter(this::isPointedStep).toList();
    for (Tile tile : pointed) {
      StepWords words = new StepWords(scene.run().model().graph(), scene.run().plan());
      y = reading(area, y, words.title(tile.step()), scene.valueUnderPointer(tile));
    }
    for (Role role : new Role[] {Role.RESIDUAL, Role.SHORTCUT, Role.SUM, Role.OUTPUT}) {
      Tile tile = scene.geometry().tile(role).orElse(null);
      if (tile != null && !Float.isNaN(scene.valueUnderPointer(tile))) {
        y = reading(area, y, Text.of("reading." + role), scene.valueUnderPointer(tile));
      }
    }
    return y + g.getFontMetrics().getDescent();
  }

  /** Whether the pointer is on a tile that is read only then: x or a step of F. */
  private boolean isPointedStep(Tile tile) {
    Role role = tile.step().role();
    return (role == Role.INPUT || role == Role.BRANCH)
        && tile.step().tap().equals(scene.pointer().tap());
  }

  /** A name with its number beside it, or beneath where there is no room; returns its baseline. */
  private double reading(Rectangle2D area, double above, String name, float value) {
    FontMetrics metrics = g.getFontMetrics();
    String number = Numbers.value(value);
    double width = Math.min(area.getWidth(), 9.5 * metrics.getHeight());
    double line = metrics.getHeight() + READING_GAP;
    double needed = metrics.stringWidth(name) + FACT_GAP + metrics.stringWidth(number);
    double baseline = above + line;
    g.setColor(palette.secondaryText());
    g.drawString(Labels.clip(name, metrics, width), (float) area.getX(), (float) baseline);
    if (needed > width) {
      baseline += line;
    }
    g.setColor(palette.text());
    double right = area.getX() + width;
    g.drawString(number, (float) (right - metrics.stringWidth(number)), (float) baseline);
    return baseline;
  }
}
