package io.skipscope.viewer.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Fits text into the room there is. */
public final class Labels {
  private static final String ELLIPSIS = "\u2026";
  private static final String CLAUSE_ENDS = "\uff0c\uff1a\uff1b\u3002";

  /** So few characters of a clause at the end of a line go to the next one. */
  private static final int CLAUSE_BEGINNING = 4;

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

  /**
   * The first text that fits, else the last one, cut.
   *
   * @param texts that say the same, in fewer and fewer words
   */
  static String fitting(FontMetrics metrics, double width, String... texts) {
    return Arrays.stream(texts)
        .filter(text -> metrics.stringWidth(text) <= width)
        .findFirst()
        .orElseGet(() -> clip(texts[texts.length - 1], metrics, width));
  }

  /**
   * The first font in which a text needs neither be cut nor broken, else the last one.
   *
   * @param fonts in falling sizes
   */
  static Font fontOfLine(Graphics2D g, double width, String text, Font... fonts) {
    return first(fonts, font -> g.getFontMetrics(font).stringWidth(text) <= width);
  }

  /** The first font in which a text is broken, but no word of it cut, else the last one. */
  static Font fontOfWords(Graphics2D g, double width, String text, Font... fonts) {
    return first(fonts, font -> keepsWords(text, g.getFontMetrics(font), width));
  }

  private static Font first(Font[] fonts, Predicate<Font> fits) {
    return Arrays.stream(fonts).filter(fits).findFirst().orElse(fonts[fonts.length - 1]);
  }

  private static boolean keepsWords(String text, FontMetrics metrics, double width) {
    return metrics.stringWidth(text) <= width
        || unbroken(text).stream()
            .allMatch(piece -> metrics.stringWidth(piece.stripTrailing()) <= width);
  }

  /**
   * Sets the first font in which a text has room when it is wrapped, and returns that text: the
   * first that has room in any of the fonts, else the last one.
   *
   * @param texts that say the same, in fewer and fewer words
   * @param fonts in falling sizes
   */
  static String fittingParagraph(Graphics2D g, Rectangle2D area, String[] texts, Font... fonts) {
    for (String text : texts) {
      for (Font font : fonts) {
        g.setFont(font);
        FontMetrics metrics = g.getFontMetrics();
        double width = area.getWidth();
        if (keepsWords(text, metrics, width) && height(text, metrics, width) <= area.getHeight()) {
          return text;
        }
      }
    }
    return texts[texts.length - 1];
  }

  /** Several lines as one, with spaces between words but none between Chinese characters. */
  static String inOneLine(String lines) {
    return lines.replaceAll("(?<=\\p{IsHan})\n(?=\\p{IsHan})", "").replace('\n', ' ');
  }

  /** Lines no wider than {@code width}, broken between words, or between Chinese characters. */
  static List<String> wrap(String text, FontMetrics metrics, double width) {
    String whole = text.stripTrailing();
    if (metrics.stringWidth(whole) <= width) {
      return List.of(whole);
    }
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String piece : unbroken(text)) {
      String longer = line + piece;
      if (!line.isEmpty() && metrics.stringWidth(longer.stripTrailing()) > width) {
        int end = lineEnd(line, width - metrics.stringWidth(piece.stripTrailing()), metrics);
        lines.add(line.substring(0, end).stripTrailing());
        line = line.substring(end) + piece;
      } else {
        line = longer;
      }
    }
    lines.add(line.stripTrailing());
    return lines;
  }

  /**
   * Where a full line is broken: after its last Chinese clause rather than soon behind it.
   *
   * @param room beside what follows on the next line
   */
  private static int lineEnd(String line, double room, FontMetrics metrics) {
    int end = line.length();
    while (end > 0 && CLAUSE_ENDS.indexOf(line.charAt(end - 1)) < 0) {
      end--;
    }
    String beginning = line.substring(end);
    boolean moves = end > 0 && beginning.length() <= CLAUSE_BEGINNING;
    return moves && metrics.stringWidth(beginning) <= room ? end : line.length();
  }

  /** What stays on one line, in order; spaces stay at the ends. */
  private static List<String> unbroken(String text) {
    List<String> pieces = new ArrayList<>();
    BreakIterator places = BreakIterator.getLineInstance();
    places.setText(text);
    int start = 0;
    for (int end = places.next(); end != BreakIterator.DONE; end = places.next()) {
      if (end == text.length() || mayBreak(text.charAt(end - 1), text.charAt(end))) {
        pieces.add(text.substring(start, end));
        start = end;
      }
    }
    return pieces;
  }

  /** Not before a unit, nor where Java breaks formulas and names, such as {@code layer1.0}. */
  private static boolean mayBreak(char before, char after) {
    return after != '%'
        && (Character.isWhitespace(before) || isChinese(before) || isChinese(after));
  }

  private static boolean isChinese(char character) {
    return Character.isIdeographic(character)
        || Character.UnicodeBlock.of(character)
            == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
  }

  /** Of wrapped text. */
  static double height(String text, FontMetrics metrics, double width) {
    return wrap(text, metrics, width).size() * (double) metrics.getHeight();
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

  /** Draws wrapped text in the middle of an area, as many lines as have room. */
  static void centred(Graphics2D g, String text, Rectangle2D area) {
    FontMetrics metrics = g.getFontMetrics();
    List<String> all = wrap(text, metrics, area.getWidth());
    int room = Math.max(1, (int) (area.getHeight() / metrics.getHeight()));
    List<String> lines = all.subList(0, Math.min(room, all.size()));
    double y = area.getCenterY() - lines.size() * metrics.getHeight() / 2.0 + metrics.getAscent();
    for (String whole : lines) {
      String line = clip(whole, metrics, area.getWidth());
      double x = area.getCenterX() - metrics.stringWidth(line) / 2.0;
      g.drawString(line, (float) x, (float) y);
      y += metrics.getHeight();
    }
  }
}
