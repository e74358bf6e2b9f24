package io.skipscope.viewer.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Something that can be painted into a picture of any scale. Any thread.
 *
 * @param name for a file
 * @param width in logical pixels; {@code height} likewise
 * @param painter paints all of it from (0, 0), within the clip
 */
public record Drawing(
    String name, int width, int height, Color background, Consumer<Graphics2D> painter) {
  /**
   * @param scale pixels per logical pixel
   */
  public BufferedImage image(int scale) {
    BufferedImage image =
        new BufferedImage(scale * width, scale * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      g.scale(scale, scale);
      g.setColor(background);
      g.fillRect(0, 0, width, height);
      g.setClip(0, 0, width, height);
      painter.accept(g);
    } finally {
      g.dispose();
    }
    return image;
  }
}
