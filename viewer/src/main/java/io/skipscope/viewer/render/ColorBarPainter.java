package io.skipscope.viewer.render;

import io.skipscope.image.ColorScale;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws an upright colour bar with its range beside it. */
final class ColorBarPainter {
  private static final double BAR_WIDTH = 18;
  private static final double TICK = 4;
  private static final double LABEL_GAP = 4;

  private ColorBarPainter() {}

  /**
   * @param clipped whether there are numbers beyond the ends of the scale
   */
  static void paint(
      Graphics2D g, ColorScale scale, boolean clipped, Palette palette, Rectangle2D area) {
    paint(g, new ToneCurve(scale, 1), clipped, palette, area);
  }

  /** As {@link #paint(Graphics2D, ColorScale, boolean, Palette, Rectangle2D)}, with a gamma. */
  static void paint(
      Graphics2D g, ToneCurve tones, boolean clipped, Palette palette, Rectangle2D area) {
    ColorScale scale = tones.scale();
    double height = area.getHeight();
    int steps = (int) Math.max(1, height);
    for (int i = 0; i < steps; i++) {
      double share = 1 - (i + 0.5) / steps;
      float value = (float) (scale.min() + share * ((double) scale.max() - scale.min()));
      g.setColor(new Color(tones.argb(value)));
      g.fill(new Rectangle2D.Double(area.getX(), area.getY() + i, BAR_WIDTH, 1));
    }
    g.setFont(palette.small());
    FontMetrics metrics = g.getFontMetrics();
    double left = area.getX() + BAR_WIDTH + TICK + LABEL_GAP;
    List<Double> ticks = ticks(scale, height / (1.6 * metrics.getHeight()));
    List<String> labels = labels(ticks, scale, clipped, metrics, area.getMaxX() - left);
    for (int i = 0; i < ticks.size(); i++) {
      double range = (double) scale.max() - scale.min();
      double share = range > 0 ? (ticks.get(i) - scale.min()) / range : 0.5;
      double y = area.getMaxY() - share * height;
      double x = area.getX() + BAR_WIDTH;
      g.setColor(palette.secondaryText());
      g.draw(new Line2D.Double(x, y, x + TICK, y));
      double baseline = y + metrics.getAscent() / 2.0 - 1;
      g.drawString(labels.get(i), (float) left, (float) baseline);
    }
  }

  /** All with three decimals, or all brief where one of them would have no room. */
  private static List<String> labels(
      List<Double> ticks, ColorScale scale, boolean clipped, FontMetrics metrics, double width) {
    List<String> labels =
        ticks.stream().map(t -> beyond(t, scale, clipped) + Numbers.value(t)).toList();
    return labels.stream().allMatch(label -> metrics.stringWidth(label) <= width)
        ? labels
        : ticks.stream().map(t -> beyond(t, scale, clipped) + Numbers.brief(t)).toList();
  }

  /** That there are numbers beyond an end of the scale. */
  private static String beyond(double value, ColorScale scale, boolean clipped) {
    boolean flat = scale.min() == scale.max();
    if (!clipped || flat || value > scale.min() && value < scale.max()) {
      return "";
    }
    return value >= scale.max() ? "\u2265 " : "\u2264 ";
  }

  /** Both ends, zero, and the middle, where they do not come too close to each other. */
  static List<Double> ticks(ColorScale scale, double room) {
    if (scale.min() == scale.max()) {
      return List.of((double) scale.max());
    }
    List<Double> ticks = new ArrayList<>(List.of((double) scale.max(), (double) scale.min()));
    double range = (double) scale.max() - scale.min();
    double closest = room > 0 ? range / room : range;
    for (double candidate : new double[] {0, scale.min() + range / 2}) {
      boolean inside = candidate > scale.min() && candidate < scale.max();
      if (inside && ticks.stream().allMatch(t -> Math.abs(t - candidate) > closest)) {
        ticks.add(candidate);
      }
    }
    return ticks;
  }
}
