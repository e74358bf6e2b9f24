package io.skipscope.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Turns whatever a reader gives into opaque 8-bit RGB. */
final class Pixels {
  private static final int WHITE = 255;

  private Pixels() {}

  /** One 0xRRGGBB per pixel, row by row; alpha is laid over white. */
  static int[] opaqueRgb(BufferedImage image) {
    return isGrey(image.getColorModel()) ? greyRgb(image) : colourRgb(image);
  }

  private static boolean isGrey(ColorModel model) {
    return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && model.getTransferType() != DataBuffer.TYPE_FLOAT
        && model.getTransferType() != DataBuffer.TYPE_DOUBLE;
  }

  /** Takes the samples as they are: Java2D would treat grey as linear light and brighten it. */
  private static int[] greyRgb(BufferedImage image) {
    int width = image.getWidth();
    int[] rgb = new int[width * image.getHeight()];
    Raster raster = image.getRaster();
    int[] row = new int[width * raster.getNumBands()];
    int bits = image.getColorModel().getComponentSize(0);
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int first = x * raster.getNumBands();
        int grey = toByte(row[first], bits);
        int alpha = raster.getNumBands() > 1 ? toByte(row[first + 1], bits) : 255;
        rgb[y * width + x] = 0x010101 * overWhite(grey, alpha);
      }
    }
    return rgb;
  }

  private static int[] colourRgb(BufferedImage image) {
    BufferedImage standard = toSrgb(image);
    int width = standard.getWidth();
    int[] rgb = standard.getRGB(0, 0, width, standard.getHeight(), null, 0, width);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = overWhite(rgb[i]);
    }
    return rgb;
  }

  /** An embedded colour profile is applied to the whole picture, which is faster than by pixel. */
  private static BufferedImage toSrgb(BufferedImage image) {
    ColorSpace space = image.getColorModel().getColorSpace();
    if (space.isCS_sRGB() || image.getColorModel().hasAlpha()) {
      return image;
    }
    BufferedImage standard =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    return new ColorConvertOp(null).filter(image, standard);
  }

  private static int overWhite(int argb) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb & 0xFFFFFF;
    }
    return overWhite(argb >> 16 & 255, alpha) << 16
        | overWhite(argb >> 8 & 255, alpha) << 8
        | overWhite(argb & 255, alpha);
  }

  private static int overWhite(int value, int alpha) {
    return (value * alpha + WHITE * (255 - alpha) + 127) / 255;
  }

  private static int toByte(int sample, int bits) {
    int top = (1 << bits) - 1;
    return (int) ((sample * 255L + top / 2) / top);
  }
}
