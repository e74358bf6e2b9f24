package io.skipscope.viewer.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;

/** Draws images one pixel to one device pixel, so that maps stay sharp on a scaled screen. */
final class DevicePixels {
  private DevicePixels() {}

  /** An image of opaque pixels, rows first: those are copied to a screen, not blended with it. */
  static BufferedImage image(int[] rgb, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.getRaster().setDataElements(0, 0, width, height, rgb);
    return image;
  }

  /** A copy of an image that {@link #image} or its like has made. */
  static BufferedImage copy(BufferedImage image) {
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData().clone();
    SampleModel model = image.getSampleModel();
    DataBufferInt pixels = new DataBufferInt(rgb, rgb.length);
    WritableRaster raster = Raster.createWritableRaster(model, pixels, null);
    return new BufferedImage(image.getColorModel(), raster, false, null);
  }

  /**
   * @param deviceX device pixels to the right of the origin of {@code g}; {@code deviceY} likewise
   */
  static void draw(Graphics2D g, BufferedImage image, int deviceX, int deviceY) {
    AffineTransform scaled = g.getTransform();
    g.setTransform(
        AffineTransform.getTranslateInstance(
            Math.round(scaled.getTranslateX()) + deviceX,
            Math.round(scaled.getTranslateY()) + deviceY));
    g.drawImage(image, 0, 0, null);
    g.setTransform(scaled);
  }
}
