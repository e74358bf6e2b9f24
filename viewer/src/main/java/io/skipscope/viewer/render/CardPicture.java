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
    // The number under the pointer stands in titles.
    CardScene still = scene.pointer() == null ? scene.bare() : scene;
    CardLayer layer = new CardLayer(still, palette, view, hints);
    BufferedImage image = still == scene ? layer.paint() : painter.stillCopy(layer);
    Graphics2D g = image.createGraphics();
    try {
      layer.place(g);
      painter.paintNumbers(g, scene, palette);
    } finally {
      g.dispose();
    }
    return new CardPicture(scene, palette, view, hints, image);
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
    DevicePixels.draw(
        g, image, CardLayer.devicePixels(view.x, scale), CardLayer.devicePixels(view.y, scale));
  }
}
