package io.skipscope.viewer.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines beneath each other. Where they have no room in full, those that can be said in brief are;
 * where that does not do either, those that can be done without are left out.
 */
final class FittedLines {
  private enum Wording {
    FULL,
    BRIEF,
    NEEDED
  }

  private record Line(Font font, Color color, double gap, String full, String brief) {
    String text(Wording wording) {
      boolean inFull = wording == Wording.FULL || wording == Wording.BRIEF && brief.isEmpty();
      return inFull ? full : brief;
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
    Wording wording = wording(top);
    double y = top;
    for (Line line : lines) {
      String text = line.text(wording);
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

  /** The first that has room. */
  private Wording wording(double top) {
    return Arrays.stream(Wording.values())
        .filter(wording -> bottom(wording, top) <= area.getMaxY())
        .findFirst()
        .orElse(Wording.NEEDED);
  }

  /** Where all lines would end. */
  private double bottom(Wording wording, double top) {
    double y = top;
    for (Line line : lines) {
      y = bottom(line, line.text(wording), y);
    }
    return y;
  }

  private double bottom(Line line, String text, double top) {
    return text.isEmpty()
        ? top
        : top + line.gap + Labels.height(text, g.getFontMetrics(line.font), area.getWidth());
  }
}
