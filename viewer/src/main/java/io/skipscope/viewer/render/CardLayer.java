package io.skipscope.viewer.render;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * The part of a card that is in view without its numbers: all that this picture depends on.
 *
 * @param scene {@linkplain CardScene#bare without numbers}
 * @param view in logical pixels of the card
 * @param hints how the screen draws text
 */
record CardLayer(CardScene scene, Palette palette, Rectangle view, RenderingHints hints) {
  /** Opaque, one pixel for each device pixel. */
  BufferedImage paint() {
    double scale = scene.deviceScale();
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(view.width * scale),
            (int) Math.ceil(view.height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setColor(palette.background());
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      place(g);
      CardPainter.paintStill(g, scene, palette);
    } finally {
      g.dispose();
    }
    return image;
  }

  /** Sets up for painting the card on the picture. */
  void place(Graphics2D g) {
    double scale = scene.deviceScale();
    g.addRenderingHints(hints);
    g.translate(-devicePixels(view.x, scale), -devicePixels(view.y, scale));
    g.scale(scale, scale);
  }

  /** Where a logical pixel begins. */
  static int devicePixels(int logical, double scale) {
    return (int) Math.round(logical * scale);
  }
}
