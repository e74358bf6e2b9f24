package io.skipscope.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.commons.imaging.ImageInfo.ColorType;
import org.apache.commons.imaging.Imaging;

/**
 * Reads pixels through ImageIO.
 *
 * <p>JPEG comes from the JDK's own reader (libjpeg), even where another one is registered: readers
 * interpolate chroma differently, and nets are measured on libjpeg's pixels. CMYK and what else
 * that reader gets wrong or refuses comes from TwelveMonkeys.
 */
final class ImageIoReader {
  private static final String JDK_PACKAGE = "com.sun.imageio.";

  private static final Pattern SIGNS_OF_DAMAGE =
      Pattern.compile("(?i)truncated|premature end|bad Huffman");

  private ImageIoReader() {}

  static BufferedImage jpeg(byte[] content, String name) throws IOException {
    IOException refusal = new IIOException("no JPEG reader");
    for (ImageReader reader : jpegReaders(isCmyk(content))) {
      try {
        return read(reader, content, name);
      } catch (TruncatedPictureException e) {
        throw e;
      } catch (IOException e) {
        refusal = e;
      }
    }
    throw refusal;
  }

  static BufferedImage webp(byte[] content, String name) throws IOException {
    return read(new WebPImageReaderSpi().createReaderInstance(null), content, name);
  }

  /** The reader to be asked first comes first. */
  private static List<ImageReader> jpegReaders(boolean cmyk) {
    List<ImageReader> readers = new ArrayList<>();
    for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName("jpeg"); all.hasNext(); ) {
      ImageReader reader = all.next();
      boolean ofJdk = reader.getClass().getName().startsWith(JDK_PACKAGE);
      readers.add(ofJdk == cmyk ? readers.size() : 0, reader);
    }
    return readers;
  }

  /** False too where Commons Imaging cannot tell: the JDK's reader then decides. */
  private static boolean isCmyk(byte[] content) {
    try {
      ColorType type = Imaging.getImageInfo(content).getColorType();
      return type == ColorType.CMYK || type == ColorType.YCCK;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static BufferedImage read(ImageReader reader, byte[] content, String name)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(stream, true, true);
      PictureDecoder.requireReasonableSize(name, reader.getWidth(0), reader.getHeight(0));
      BufferedImage image = reader.read(0);
      requireComplete(warnings);
      return image;
    } finally {
      reader.dispose();
    }
  }

  /** libjpeg fills what is missing with grey and only warns of it. */
  private static void requireComplete(List<String> warnings) throws IOException {
    for (String warning : warnings) {
      if (SIGNS_OF_DAMAGE.matcher(warning).find()) {
        throw new TruncatedPictureException(warning);
      }
    }
  }

  private static final class TruncatedPictureException extends IIOException {
    private static final long serialVersionUID = 1;

    TruncatedPictureException(String warning) {
      super(warning);
    }
  }
}
