package io.skipscope.image;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.commons.imaging.AbstractImageParser;
import org.apache.commons.imaging.ImageFormat;
import org.apache.commons.imaging.ImageFormats;
import org.apache.commons.imaging.ImagingParameters;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.common.BufferedImageFactory;

/** Reads pixels through Commons Imaging. */
final class CommonsReader {
  private CommonsReader() {}

  /**
   * Reads a picture of any format that Commons Imaging decodes.
   *
   * @param format as its content says, or UNKNOWN to go by the name
   */
  static BufferedImage read(byte[] content, String name, ImageFormat format) throws IOException {
    for (AbstractImageParser<?> parser : AbstractImageParser.getAllImageParsers()) {
      boolean fits =
          format == ImageFormats.UNKNOWN
              ? parser.canAcceptExtension(name)
              : parser.canAcceptType(format);
      if (fits) {
        return read(parser, ByteSource.array(content, name), name);
      }
    }
    throw new IOException("no decoder");
  }

  /** DCX alone gives no size beforehand; it holds PCX pages of their own sizes. */
  private static <T extends ImagingParameters<T>> BufferedImage read(
      AbstractImageParser<T> parser, ByteSource source, String name) throws IOException {
    Dimension size = parser.getImageSize(source, parser.getDefaultParameters());
    if (size != null) {
      PictureDecoder.requireReasonableSize(name, size.width, size.height);
    }
    T options = parser.getDefaultParameters();
    options.setBufferedImageFactory(new ColourImages());
    return parser.getBufferedImage(source, options);
  }

  /** Grey too goes into colour images: Java2D's grey ones darken what is stored in them. */
  private static final class ColourImages implements BufferedImageFactory {
    @Override
    public BufferedImage getColorBufferedImage(int width, int height, boolean hasAlpha) {
      int type = hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
      return new BufferedImage(width, height, type);
    }

    @Override
    public BufferedImage getGrayscaleBufferedImage(int width, int height, boolean hasAlpha) {
      return getColorBufferedImage(width, height, hasAlpha);
    }
  }
}
