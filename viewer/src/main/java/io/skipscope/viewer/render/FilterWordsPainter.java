package io.skipscope.viewer.render;

import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** Writes what is to be said of a layer's weights. */
public final class FilterWordsPainter {
  private static final double MARGIN = 12;
  private static final double TOP = 6;

  private final Palette palette;

  public FilterWordsPainter(Palette palette) {
    this.palette = palette;
  }

  /**
   * @param width that there is, in logical pixels
   * @return the height that it took
   */
  public double paint(Graphics2D g, FilterWords words, double width) {
    g.setFont(palette.bold());
    FontMetrics bold = g.getFontMetrics();
    g.setColor(palette.text());
    double room = width - 2 * MARGIN;
    g.drawString(
        Labels.clip(words.title(), bold, room), (float) MARGIN, (float) (TOP + bold.getAscent()));
    double y = TOP + bold.getHeight() + 2;
    g.setFont(palette.small());
    g.setColor(palette.secondaryText());
    for (String line : words.lines()) {
      y = Labels.paragraph(g, line, MARGIN, y, room);
    }
    return y + TOP;
  }
}
