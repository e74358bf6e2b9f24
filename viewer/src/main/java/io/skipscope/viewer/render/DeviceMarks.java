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
   * The ids in words, ending at {@code right}; of a single device on its colour.
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
    FontMetrics font = g.getFontMetrics();
    String words = Labels.clip(SpreadWords.owner(spread, shares), font, room - 2 * PAD);
    if (words.isEmpty()) {
      return 0;
    }
    double width = font.stringWidth(words) + 2 * PAD;
    Color ground =
        shares.size() == 1 ? DeviceColors.of(shares.get(0).row(), palette) : palette.tile();
    g.setColor(ground);
    g.fill(
        new RoundRectangle2D.Double(
            right - width, baseline - font.getAscent() - 1, width, font.getHeight() + 2, 8, 8));
    g.setColor(shares.size() == 1 ? Labels.readableOn(ground) : palette.text());
    g.drawString(words, (float) (right - width + PAD), (float) baseline);
    return width;
  }
}
