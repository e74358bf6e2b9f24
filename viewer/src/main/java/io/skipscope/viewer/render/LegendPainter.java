package io.skipscope.viewer.render;

import io.skipscope.viewer.text.Text;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Fills the card's last corner: the colour scale, and beneath it the selected channel and the
 * numbers under the pointer.
 */
final class LegendPainter {
  private static final double MAX_BAR = 220;
  private static final double GROUP_GAP = 10;

  private final Graphics2D g;
  private final Palette palette;
  private final CardScene scene;
  private final BranchNumbers numbers;
  private final Rectangle2D area;

  /**
   * @param numbers of the block; null where there are none
   */
  LegendPainter(Graphics2D g, Palette palette, CardScene scene, BranchNumbers numbers) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
    this.numbers = numbers;
    area = scene.geometry().legend();
  }

  void paint() {
    double y = heading(Text.of("card.scale"), area.getY());
    double barHeight = Math.max(20, Math.min(MAX_BAR, area.getHeight() * 0.45));
    Rectangle2D bar = new Rectangle2D.Double(area.getX(), y + 8, area.getWidth(), barHeight);
    ColorBarPainter.paint(g, scene.scale(), scene.clipped(), palette, bar);
    int channel = scene.pointer() == null ? scene.channel() : scene.pointer().channel();
    channel(channel, heading(Text.of("card.channel", channel), bar.getMaxY() + 20));
  }

  /** In a font that has room for any channel of the block, whichever is selected. */
  private double heading(String words, double top) {
    String widest = Text.of("card.channel", scene.run().plan().widestChannels());
    g.setFont(Labels.fontOfLine(g, area.getWidth(), widest, palette.bold(), palette.smallBold()));
    g.setColor(palette.text());
    return Labels.paragraph(g, words, area.getX(), top, area.getWidth());
  }

  private void channel(int channel, double top) {
    double y = top;
    if (scene.pointer() != null) {
      y = new ReadingsPainter(g, palette, scene).paint(y) + GROUP_GAP - FittedLines.FACT_GAP;
    }
    if (numbers != null) {
      y =
          small().add(FittedLines.FACT_GAP, BranchWords.ofChannel(numbers, channel)).paint(y)
              + GROUP_GAP
              - FittedLines.FACT_GAP;
    }
    if (scene.pointer() == null) {
      String hint = Text.of(scene.enlarged() ? "card.hint.enlarged" : "card.hint.all");
      small().add(FittedLines.FACT_GAP, hint, "").paint(y);
    }
  }

  private FittedLines small() {
    return new FittedLines(g, area).in(palette.secondaryText(), palette.small());
  }
}
