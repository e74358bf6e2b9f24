package io.skipscope.viewer.render;

import io.skipscope.lab.Patch;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Function;

/**
 * Writes single products beneath each other, a line each: the channel, the number, its weight and
 * their product, the figures of each in a column that ends at one place.
 */
final class ProductColumns {
  private static final double GAP = 8;
  private static final String TIMES = " \u00D7 ";
  private static final String EQUALS = " = ";

  private final Graphics2D g;
  private final Palette palette;
  private final FontMetrics font;
  private final double channels;
  private final double numbers;
  private final double weights;
  private final double products;

  /**
   * @param patches that are written, each of a single number
   */
  ProductColumns(Graphics2D g, Palette palette, List<Patch> patches) {
    this.g = g;
    this.palette = palette;
    font = g.getFontMetrics(palette.small());
    channels = widest(patches, ProductColumns::channel);
    numbers = widest(patches, ProductColumns::number);
    weights = widest(patches, ProductColumns::weight);
    products = widest(patches, ProductColumns::product);
  }

  private double widest(List<Patch> patches, Function<Patch, String> text) {
    return patches.stream().map(text).mapToInt(font::stringWidth).max().orElse(0);
  }

  private static String channel(Patch patch) {
    return Text.of("number.term", patch.channel());
  }

  private static String number(Patch patch) {
    return Numbers.value(patch.numbers()[0]);
  }

  private static String weight(Patch patch) {
    return Numbers.value(patch.weights()[0]);
  }

  private static String product(Patch patch) {
    return Numbers.value(patch.sum());
  }

  /** Of all columns, with the signs between them. */
  double width() {
    double signs = font.stringWidth(TIMES) + font.stringWidth(EQUALS);
    return channels + GAP + numbers + weights + products + signs;
  }

  void paint(Patch patch, double x, double top) {
    float baseline = (float) top + font.getAscent();
    g.setFont(palette.small());
    g.setColor(palette.secondaryText());
    g.drawString(channel(patch), (float) x, baseline);
    g.setColor(palette.text());
    double end = x + channels + GAP + numbers;
    rightAligned(number(patch), end, baseline);
    end = sign(TIMES, end, baseline) + weights;
    rightAligned(weight(patch), end, baseline);
    end = sign(EQUALS, end, baseline) + products;
    rightAligned(product(patch), end, baseline);
  }

  private void rightAligned(String text, double end, float baseline) {
    g.drawString(text, (float) (end - font.stringWidth(text)), baseline);
  }

  /** Returns where it ends. */
  private double sign(String text, double x, float baseline) {
    g.drawString(text, (float) x, baseline);
    return x + font.stringWidth(text);
  }
}
