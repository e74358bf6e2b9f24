package io.skipscope.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.common.ImageMetadata;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.png.PngImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.webp.WebPImageMetadata;

/** What a picture file says about itself besides its pixels: EXIF, IPTC, texts. */
public final class PictureMetadata {
  private PictureMetadata() {}

  /**
   * Every entry, one line each, such as {@code "Orientation: 6"}.
   *
   * @return empty if there is none, or none that can be read
   */
  public static List<String> lines(byte[] content, String name) {
    ImageMetadata metadata = read(content, name);
    return metadata == null
        ? List.of()
        : metadata.getItems().stream().map(item -> item.toString().strip()).toList();
  }

  /** How the picture is to be turned; upright unless its metadata says otherwise. */
  static Orientation orientation(byte[] content, String name) {
    TiffImageMetadata exif = exif(read(content, name));
    if (exif == null) {
      return Orientation.UPRIGHT;
    }
    try {
      TiffField field = exif.findField(TiffTagConstants.TIFF_TAG_ORIENTATION);
      return Orientation.ofExif(field == null ? 1 : field.getIntValue());
    } catch (IOException | RuntimeException e) {
      return Orientation.UPRIGHT;
    }
  }

  private static TiffImageMetadata exif(ImageMetadata metadata) {
    if (metadata instanceof JpegImageMetadata jpeg) {
      return jpeg.getExif();
    }
    if (metadata instanceof PngImageMetadata png) {
      return png.getExif();
    }
    if (metadata instanceof WebPImageMetadata webp) {
      return webp.getExif();
    }
    return metadata instanceof TiffImageMetadata tiff ? tiff : null;
  }

  /** Null where there is none. Damaged metadata does not make a good picture unreadable. */
  private static ImageMetadata read(byte[] content, String name) {
    try {
      return Imaging.getMetadata(new ByteArrayInputStream(content), name);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
