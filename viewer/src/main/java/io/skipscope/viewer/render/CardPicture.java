package io.skipscope.viewer.render;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * The part of a card that is in view as one picture, made off the event thread: that has only to
 * copy it to the screen. Immutable once it is made.
 *
 * @param view in logical pixels of the card
 * @param hints how the screen draws text
 * @param image opaque, one pixel for each device pixel
 */
public record CardPicture(
    CardScene scene, Palette palette, Rectangle view, RenderingHints hints, BufferedImage image) {

  /**
   * Paints the picture; any thread.
   *
   * @param view not empty
   */
  public static CardPicture of(
      CardPainter painter, CardScene scene, Palette palette, Rectangle view, RenderingHints hints) {
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
      g.addRenderingHints(hints);
      g.translate(-devicePixels(view.x, scale), -devicePixels(view.y, scale));
      g.scale(scale, scale);
      painter.paint(g, scene, palette);
    } finally {
      g.dispose();
    }
    return new CardPicture(scene, palette, view, hints, image);
  }

  private static int devicePixels(int logical, double scale) {
    return (int) Math.round(logical * scale);
  }

  /**
   * Whether this is what a painter would paint.
   *
   * @param wanted what is to be seen
   * @param clip the part of it that is to be painted; null for all
   */
  public boolean shows(
      CardScene wanted, Palette colours, RenderingHints wantedHints, Rectangle clip) {
    return clip != null
        && view.contains(clip)
        && palette.equals(colours)
        && hints.equals(wantedHints)
        && scene.looksLike(wanted);
  }

  /** Copies it to where it belongs on the card. */
  public void draw(Graphics2D g) {
    double scale = scene.deviceScale();
    DevicePixels.draw(g, image, devicePixels(view.x, scale), devicePixels(view.y, scale));
  }
}
