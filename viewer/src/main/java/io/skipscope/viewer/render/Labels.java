package io.skipscope.viewer.render;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Fits text into the room there is. */
public final class Labels {
  private static final String ELLIPSIS = "\u2026";

  private Labels() {}

  /** The text, cut with an ellipsis if it is wider than {@code width}. */
  public static String clip(String text, FontMetrics metrics, double width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    for (int length = text.length() - 1; length > 0; length--) {
      String cut = text.substring(0, length).stripTrailing() + ELLIPSIS;
      if (metrics.stringWidth(cut) <= width) {
        return cut;
      }
    }
    return "";
  }

  /** Lines no wider than {@code width}, broken between words. */
  static List<String> wrap(String text, FontMetrics metrics, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  /** Draws wrapped text downwards from {@code top}; returns the y where it ends. */
  static double paragraph(Graphics2D g, String text, double x, double top, double width) {
    FontMetrics metrics = g.getFontMetrics();
    double y = top;
    for (String line : wrap(text, metrics, width)) {
      g.drawString(clip(line, metrics, width), (float) x, (float) (y + metrics.getAscent()));
      y += metrics.getHeight();
    }
    return y;
  }

  /** Black or white, whichever stands out more from a colour. */
  static Color readableOn(Color ground) {
    int light = 77 * ground.getRed() + 150 * ground.getGreen() + 29 * ground.getBlue();
    return light > 128 * 256 ? Color.BLACK : Color.WHITE;
  }

  /** Draws wrapped text in the middle of an area. */
  static void centred(Graphics2D g, String text, Rectangle2D area) {
    FontMetrics metrics = g.getFontMetrics();
    List<String> lines = wrap(text, metrics, area.getWidth());
    double y = area.getCenterY() - lines.size() * metrics.getHeight() / 2.0 + metrics.getAscent();
    for (String line : lines) {
      double x = area.getCenterX() - metrics.stringWidth(line) / 2.0;
      g.drawString(line, (float) x, (float) y);
      y += metrics.getHeight();
    }
  }
}
