package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.lab.MeasuredField;
import io.skipscope.lab.ReceptiveBox;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Paints over the input how much each patch of it matters to a number. */
public final class FieldPainter {
  private static final int ALPHA = 0xB8;
  private static final int OPAQUE = 0xFFFFFF;

  private FieldPainter() {}

  /**
   * The field in the pixels of the input: within the box from no change to the largest in the
   * colours of magma, through which the input is seen; nothing beside it.
   */
  public static BufferedImage image(MeasuredField field, int height, int width) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    ColorScale scale = new ColorScale(ColorMap.MAGMA, 0, field.largest());
    for (int row = 0; row < field.grid().rows(); row++) {
      for (int column = 0; column < field.grid().columns(); column++) {
        if (field.isInside(row, column)) {
          int rgb = scale.argb(field.change(row, column)) & OPAQUE;
          fill(image, field.grid().patch(row, column), ALPHA << 24 | rgb);
        }
      }
    }
    return image;
  }

  private static void fill(BufferedImage image, ReceptiveBox patch, int argb) {
    for (int y = patch.top(); y < patch.bottom(); y++) {
      for (int x = patch.left(); x < patch.right(); x++) {
        image.setRGB(x, y, argb);
      }
    }
  }

  /** Paints such an image in squares. */
  public static void paint(Graphics2D g, BufferedImage image, int width, int height) {
    ScaledPicture.draw(g, image, new Rectangle(width, height), false);
  }
}
