package io.skipscope.viewer.render;

import io.skipscope.viewer.render.BranchWords.Fact;
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
  /** Above a line that belongs to the one before, in logical pixels. */
  static final double FACT_GAP = 4;

  private enum Wording {
    FULL,
    BRIEF,
    NEEDED
  }

  private record Line(List<Font> fonts, Color color, double gap, String full, String brief) {
    String text(Wording wording) {
      boolean inFull = wording == Wording.FULL || wording == Wording.BRIEF && brief.isEmpty();
      return inFull ? full : brief;
    }
  }

  private final Graphics2D g;
  private final Rectangle2D area;
  private final List<Line> lines = new ArrayList<>();
  private List<Font> fonts;
  private Color color;

  /**
   * @param area whose left edge, right edge and bottom are kept to
   */
  FittedLines(Graphics2D g, Rectangle2D area) {
    this.g = g;
    this.area = area;
  }

  /**
   * How the lines that follow look.
   *
   * @param newFonts in falling sizes: the first in which no word must be cut is taken
   */
  FittedLines in(Color newColor, Font... newFonts) {
    fonts = List.of(newFonts);
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
    lines.add(new Line(fonts, color, gap, full, brief));
    return this;
  }

  /**
   * Lines of which each can be said in brief.
   *
   * @param gap above the first one, in logical pixels
   */
  FittedLines add(double gap, List<Fact> facts) {
    for (int i = 0; i < facts.size(); i++) {
      add(i == 0 ? gap : FACT_GAP, facts.get(i).full(), facts.get(i).brief());
    }
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
        g.setFont(font(line, text));
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

  private Font font(Line line, String text) {
    return Labels.fontOfWords(g, area.getWidth(), text, line.fonts.toArray(Font[]::new));
  }

  private double bottom(Line line, String text, double top) {
    return text.isEmpty()
        ? top
        : top + line.gap + Labels.height(text, g.getFontMetrics(font(line, text)), area.getWidth());
  }
}
