package io.skipscope.viewer.render;

import io.skipscope.tap.ChannelStats;
import io.skipscope.viewer.state.MapRange;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Says what a map holds: its histogram, its statistics, its scale and the number pointed at. */
public final class MapFactsPainter {
  private static final int BINS = 48;
  private static final double MARGIN = 12;
  private static final double GAP = 8;
  private static final double HISTOGRAM_HEIGHT = 90;
  private static final double BAR_HEIGHT = 150;

  private final Graphics2D g;
  private final Palette palette;
  private final PreparedMaps maps;
  private final boolean difference;
  private final double width;

  /**
   * @param difference whether the maps are the difference of two runs
   * @param width that there is, in logical pixels
   */
  public MapFactsPainter(
      Graphics2D g, Palette palette, PreparedMaps maps, boolean difference, double width) {
    this.g = g;
    this.palette = palette;
    this.maps = maps;
    this.difference = difference;
    this.width = width - 2 * MARGIN;
  }

  /**
   * @param channel below the value's number of channels
   * @param pointer null while the mouse is on no map
   */
  public void paint(int channel, Pointer pointer) {
    double y = heading(Text.of("card.channel", channel), MARGIN);
    y = histogram(Histogram.of(maps.numbers(channel), BINS), y + 6);
    y = statistics(maps.frame().stats(), channel, y + 4);
    y = pointed(channel, pointer, y + 10);
    y = heading(Text.of(scaleKey()), y + 12);
    ToneCurve tones = maps.tones(channel);
    boolean clipped =
        maps.tone().range() != MapRange.SHARED && maps.tone().range() != MapRange.PER_MAP;
    ColorBarPainter.paint(
        g, tones, clipped, palette, new Rectangle2D.Double(MARGIN, y + 8, width, BAR_HEIGHT));
  }

  private String scaleKey() {
    String of = maps.filters() == null ? "maps" : "weights";
    return of + (maps.shared() == null ? ".scale.own" : ".scale.shared");
  }

  private double heading(String text, double top) {
    g.setFont(palette.bold());
    g.setColor(palette.text());
    return Labels.paragraph(g, text, MARGIN, top, width);
  }

  private double histogram(Histogram histogram, double top) {
    double bottom = top + HISTOGRAM_HEIGHT;
    double step = width / histogram.counts().length;
    double highest = Math.sqrt(Math.max(1, histogram.most()));
    g.setColor(palette.branch());
    for (int i = 0; i < histogram.counts().length; i++) {
      double height = HISTOGRAM_HEIGHT * Math.sqrt(histogram.counts()[i]) / highest;
      g.fill(new Rectangle2D.Double(MARGIN + i * step, bottom - height, step - 0.6, height));
    }
    g.setColor(palette.secondaryText());
    g.draw(new Line2D.Double(MARGIN, bottom, MARGIN + width, bottom));
    g.setFont(palette.small());
    FontMetrics font = g.getFontMetrics();
    float baseline = (float) bottom + font.getAscent() + 2;
    if (histogram.min() <= histogram.max()) {
      String high = Numbers.value(histogram.max());
      g.drawString(Numbers.value(histogram.min()), (float) MARGIN, baseline);
      g.drawString(high, (float) (MARGIN + width - font.stringWidth(high)), baseline);
    }
    return bottom + font.getHeight() + 2;
  }

  /** What the statistics of a channel's map are, to be spoken. */
  public static String spoken(ChannelStats stats, int channel) {
    return Text.of(
        "maps.facts.description",
        channel,
        Numbers.value(stats.min()[channel]),
        Numbers.value(stats.max()[channel]),
        Numbers.value(stats.mean()[channel]),
        Numbers.value(stats.std()[channel]),
        Numbers.percent(stats.zeroShare()[channel]));
  }

  private double statistics(ChannelStats stats, int channel, double top) {
    double y = line("maps.fact.min", Numbers.value(stats.min()[channel]), top);
    y = line("maps.fact.max", Numbers.value(stats.max()[channel]), y);
    y = line("maps.fact.mean", Numbers.value(stats.mean()[channel]), y);
    y = line("maps.fact.std", Numbers.value(stats.std()[channel]), y);
    y = line("maps.fact.sparsity", Numbers.percent(stats.zeroShare()[channel]), y);
    if (!Float.isNaN(maps.shares()[channel])) {
      String key = difference ? "maps.fact.share.now" : "maps.fact.share";
      y = line(key, Numbers.percent(maps.shares()[channel]), y);
    }
    return y;
  }

  private double pointed(int channel, Pointer pointer, double top) {
    if (pointer == null || pointer.channel() != channel) {
      return top;
    }
    double y = top;
    for (PointedNumbers.Line line : PointedNumbers.at(maps, channel, pointer)) {
      y = line(line.name(), line.number(), y, true);
    }
    return y;
  }

  private double line(String key, String number, double top) {
    return line(Text.of(key), number, top, false);
  }

  /** A number that has no room beside its name stands beneath it. */
  private double line(String name, String number, double top, boolean bold) {
    g.setFont(bold ? palette.bold() : palette.small());
    FontMetrics font = g.getFontMetrics();
    double step = font.getHeight() + 2.0;
    double column = MARGIN + width - font.stringWidth(number);
    boolean fits = MARGIN + font.stringWidth(name) + GAP <= column;
    double numberTop = fits ? top : top + step;
    g.setColor(palette.secondaryText());
    g.drawString(name, (float) MARGIN, (float) top + font.getAscent());
    g.setColor(palette.text());
    g.drawString(number, (float) column, (float) numberTop + font.getAscent());
    return numberTop + step;
  }
}
