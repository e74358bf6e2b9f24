package io.skipscope.viewer.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws pictures into areas of another size. */
public final class ScaledPicture {
  private ScaledPicture() {}

  /**
   * Draws a picture.
   *
   * @param area in whole numbers; fractions of them are dropped
   * @param smooth whether pixels are interpolated, else they are squares
   */
  public static void draw(Graphics2D g, BufferedImage picture, Rectangle2D area, boolean smooth) {
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        smooth
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.drawImage(
        picture,
        (int) area.getX(),
        (int) area.getY(),
        (int) area.getWidth(),
        (int) area.getHeight(),
        null);
  }
}
