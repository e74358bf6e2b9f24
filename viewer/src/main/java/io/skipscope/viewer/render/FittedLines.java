package io.skipscope.viewer.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Lines beneath each other: in brief words where there is no room for the full ones. */
final class FittedLines {
  private record Line(Font font, Color color, double gap, String full, String brief) {
    String text(boolean briefly) {
      return briefly ? brief : full;
    }
  }

  private final Graphics2D g;
  private final Rectangle2D area;
  private final List<Line> lines = new ArrayList<>();
  private Font font;
  private Color color;

  /**
   * @param area whose left edge, right edge and bottom are kept to
   */
  FittedLines(Graphics2D g, Rectangle2D area) {
    this.g = g;
    this.area = area;
  }

  /** How the lines that follow look. */
  FittedLines in(Font newFont, Color newColor) {
    font = newFont;
    color = newColor;
    return this;
  }

  /** A line that is needed in full. */
  FittedLines add(double gap, String text) {
    return add(gap, text, text);
  }

  /**
   * @param gap above the line, in logical pixels
   * @param brief the same in fewer words; empty for a line that can be done without
   */
  FittedLines add(double gap, String full, String brief) {
    lines.add(new Line(font, color, gap, full, brief));
    return this;
  }

  /** Paints downwards from {@code top} as many lines as have room; returns the y where they end. */
  double paint(double top) {
    boolean briefly = bottom(top) > area.getMaxY();
    double y = top;
    for (Line line : lines) {
      String text = line.text(briefly);
      if (bottom(line, text, y) > area.getMaxY()) {
        return y;
      }
      if (!text.isEmpty()) {
        g.setFont(line.font);
        g.setColor(line.color);
        y = Labels.paragraph(g, text, area.getX(), y + line.gap, area.getWidth());
      }
    }
    return y;
  }

  /** Where all lines in full would end. */
  private double bottom(double top) {
    double y = top;
    for (Line line : lines) {
      y = bottom(line, line.full, y);
    }
    return y;
  }

  private double bottom(Line line, String text, double top) {
    return text.isEmpty()
        ? top
        : top + line.gap + Labels.height(text, g.getFontMetrics(line.font), area.getWidth());
  }
}
