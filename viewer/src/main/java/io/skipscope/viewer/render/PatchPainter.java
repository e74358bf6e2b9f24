package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.lab.Patch;
import io.skipscope.viewer.text.Text;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws a patch: its numbers, times its weights, what they sum up to. Small patches are written as
 * numbers, larger ones are squares of colour.
 */
final class PatchPainter {
  private static final int LARGEST_WRITTEN = 3;
  private static final String TIMES = "\u00D7";
  private static final double GAP = 6;

  private final Graphics2D g;
  private final Palette palette;
  private final FontMetrics font;
  private final double height;

  /**
   * @param height that there is, in logical pixels
   */
  PatchPainter(Graphics2D g, Palette palette, double height) {
    this.g = g;
    this.palette = palette;
    this.height = height;
    g.setFont(palette.small());
    font = g.getFontMetrics();
  }

  /** A single product, for which {@link ProductColumns} has a line. */
  static boolean isSingle(Patch patch) {
    return patch.numbers().length == 1;
  }

  private static boolean isWritten(Patch patch) {
    return patch.width() <= LARGEST_WRITTEN && patch.height() <= LARGEST_WRITTEN;
  }

  /** How wide all patches of this one's size are. */
  double width(Patch patch) {
    double sum = font.stringWidth("= \u22120.0000");
    return 2 * patch.width() * cellWidth(patch) + font.stringWidth(TIMES) + 3 * GAP + sum;
  }

  /** How high all patches of this one's size are, with the channel above. */
  double height(Patch patch) {
    return font.getHeight() + patch.height() * cellHeight(patch);
  }

  private double cellWidth(Patch patch) {
    return isWritten(patch) ? font.stringWidth("\u22120.000") + GAP / 2 : squareSide(patch);
  }

  private double squareSide(Patch patch) {
    double rows = Math.max(patch.height(), patch.width());
    return Math.max(1, Math.floor((height - font.getHeight()) / rows));
  }

  private double cellHeight(Patch patch) {
    return isWritten(patch) ? font.getHeight() : squareSide(patch);
  }

  /** The channel above, beneath it numbers times weights, and their sum. */
  void paint(Patch patch, double x, double top) {
    g.setColor(palette.secondaryText());
    g.drawString(
        Text.of("card.channel", patch.channel()), (float) x, (float) top + font.getAscent());
    double below = top + font.getHeight();
    double gridWidth = patch.width() * cellWidth(patch);
    double middle = below + patch.height() * cellHeight(patch) / 2;
    grid(patch, patch.numbers(), x, below);
    double times = x + gridWidth + GAP;
    word(TIMES, times, middle);
    double weights = times + font.stringWidth(TIMES) + GAP;
    grid(patch, patch.weights(), weights, below);
    word("= " + Numbers.value(patch.sum()), weights + gridWidth + GAP, middle);
  }

  private void word(String text, double x, double middle) {
    g.setColor(palette.text());
    double baseline = middle + (font.getAscent() - font.getDescent()) / 2.0;
    g.drawString(text, (float) x, (float) baseline);
  }

  private void grid(Patch patch, float[] numbers, double x, double top) {
    double width = cellWidth(patch);
    double height = cellHeight(patch);
    ColorScale scale = scale(numbers);
    for (int i = 0; i < numbers.length; i++) {
      Rectangle2D cell =
          new Rectangle2D.Double(
              x + i % patch.width() * width, top + i / patch.width() * height, width, height);
      Color ground = new Color(scale.argb(numbers[i]));
      g.setColor(ground);
      g.fill(cell);
      if (isWritten(patch)) {
        g.setColor(Labels.readableOn(ground));
        Labels.centred(g, Numbers.value(numbers[i]), cell);
      }
    }
  }

  /** Zero in its middle, as far as these numbers go. */
  private static ColorScale scale(float[] numbers) {
    float reach = 0;
    for (float number : numbers) {
      reach = Math.max(reach, Math.abs(number));
    }
    return new ColorScale(ColorMap.DIVERGING, -reach, reach);
  }
}
