package io.skipscope.viewer.render;

import io.skipscope.viewer.state.Spread;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Marks on a drawn block which devices do it: a strip in their colours, and their ids. */
final class DeviceMarks {
  private static final double STRIP = 5;
  private static final double PAD = 5;
  private static final double GAP = 3;
  private static final double ARC = 8;

  private DeviceMarks() {}

  /** A strip downwards, of which each device has its share. */
  static void strip(
      Graphics2D g, List<Spread.Share> shares, double x, double top, double height, Palette look) {
    double y = top;
    for (Spread.Share share : shares) {
      double part = share.part() * height;
      g.setColor(DeviceColors.of(share.row(), look));
      g.fill(new Rectangle2D.Double(x, y, STRIP, part));
      y += part;
    }
  }

  /**
   * The ids with their shares, each on its device's colour, ending at {@code right}; only the
   * shares, in the order of the timeline's rows, where there is no room for more.
   *
   * @param room what there is for it
   * @return how much of that it takes
   */
  static double words(
      Graphics2D g,
      Spread spread,
      List<Spread.Share> shares,
      double right,
      double baseline,
      double room,
      Palette palette) {
    g.setFont(palette.small());
    for (List<String> words : SpreadWords.owners(spread, shares)) {
      double width = width(words, g.getFontMetrics());
      if (width <= room) {
        double x = right - width;
        for (int i = 0; i < words.size(); i++) {
          Color ground = DeviceColors.of(shares.get(i).row(), palette);
          x = GAP + chip(g, words.get(i), ground, x, baseline);
        }
        return width;
      }
    }
    return 0;
  }

  private static double width(List<String> words, FontMetrics font) {
    double chips = words.stream().mapToDouble(word -> font.stringWidth(word) + 2 * PAD).sum();
    return chips + (words.size() - 1) * GAP;
  }

  /** Where it ends. */
  private static double chip(Graphics2D g, String word, Color ground, double x, double baseline) {
    FontMetrics font = g.getFontMetrics();
    double width = font.stringWidth(word) + 2 * PAD;
    double top = baseline - font.getAscent() - 1;
    g.setColor(ground);
    g.fill(new RoundRectangle2D.Double(x, top, width, font.getHeight() + 2, ARC, ARC));
    g.setColor(Labels.readableOn(ground));
    g.drawString(word, (float) (x + PAD), (float) baseline);
    return x + width;
  }
}
