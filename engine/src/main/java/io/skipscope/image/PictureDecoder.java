package io.skipscope.image;

import io.skipscope.error.ModelFormatException;
import io.skipscope.error.SkipscopeException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.imaging.ImageFormat;
import org.apache.commons.imaging.ImageFormats;
import org.apache.commons.imaging.Imaging;

/**
 * Picks the reader for a picture's pixels: ImageIO for JPEG, TwelveMonkeys for WebP, Commons
 * Imaging for the rest.
 */
final class PictureDecoder {
  private PictureDecoder() {}

  /** The picture as stored: opaque, but not yet upright. */
  static Picture decode(byte[] content, String name) {
    ImageFormat format = formatOf(content, name);
    try {
      return Picture.of(name, pixels(content, name, format));
    } catch (SkipscopeException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(name, format, e);
    } catch (OutOfMemoryError e) {
      throw new ModelFormatException(
          name, -1, "a picture that takes more memory than there is", "a smaller picture", e);
    }
  }

  private static ImageFormat formatOf(byte[] content, String name) {
    ImageFormat format = guess(content);
    if (format == ImageFormats.UNKNOWN && !hasTellingName(name)) {
      throw noPicture(content, name);
    }
    return format;
  }

  private static ImageFormat guess(byte[] content) {
    try {
      return Imaging.guessFormat(content);
    } catch (IOException | RuntimeException e) {
      return ImageFormats.UNKNOWN;
    }
  }

  /** The formats without telling first bytes, for which the name has to do. */
  private static boolean hasTellingName(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(pcx|pcc|ico|cur|wbmp|xbm|xpm)");
  }

  private static BufferedImage pixels(byte[] content, String name, ImageFormat format)
      throws IOException {
    if (format == ImageFormats.JPEG) {
      return ImageIoReader.jpeg(content, name);
    }
    if (format == ImageFormats.WEBP) {
      return ImageIoReader.webp(content, name);
    }
    return CommonsReader.read(content, name, format);
  }

  /** Looks at the size that a header gives, before anything of that size is allocated. */
  static void requireReasonableSize(String name, int width, int height) {
    if (width <= 0 || height <= 0 || (long) width * height > Pictures.MAX_PIXELS) {
      throw new ModelFormatException(
          name,
          -1,
          "a picture of " + width + "x" + height + " pixels",
          "1 to " + Pictures.MAX_PIXELS / 1_000_000 + " million pixels");
    }
  }

  private static ModelFormatException noPicture(byte[] content, String name) {
    String head = HexFormat.ofDelimiter(" ").formatHex(content, 0, Math.min(8, content.length));
    return new ModelFormatException(
        name,
        0,
        "no picture (first bytes " + head + ")",
        "PNG, JPEG, WebP, GIF, BMP, TIFF or another format that Commons Imaging reads");
  }

  private static ModelFormatException damaged(String name, ImageFormat format, Throwable cause) {
    String kind = format == ImageFormats.UNKNOWN ? "picture" : format.getName() + " picture";
    String reason = cause.getMessage() == null ? "unexpected end" : cause.getMessage();
    return new ModelFormatException(
        name,
        -1,
        "a damaged, truncated or unsupported " + kind + " (" + reason + ")",
        "a complete picture; open it in another program and save it again",
        cause);
  }
}
