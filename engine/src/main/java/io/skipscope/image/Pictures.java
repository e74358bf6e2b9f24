package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.error.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads picture files: PNG, JPEG (also progressive and CMYK), WebP, GIF, BMP, TIFF, PSD, PNM and
 * whatever else Commons Imaging knows.
 *
 * <p>The format is decided by the content, not by the name. EXIF orientation is obeyed, alpha is
 * laid over white, 16-bit samples are reduced to 8, and of an animation the first frame counts. Any
 * thread; no display is needed.
 */
public final class Pictures {
  /** The largest picture that is read, in pixels. */
  public static final long MAX_PIXELS = 100_000_000;

  static final int MAX_FILE_BYTES = 1 << 30;

  private Pictures() {}

  /**
   * Reads a file.
   *
   * @throws InputException if there is no such file or it cannot be opened
   * @throws ModelFormatException if it is no picture, is damaged or is larger than {@link
   *     #MAX_PIXELS}
   */
  public static Picture read(Path file) {
    Path name = file.getFileName();
    return read(bytesOf(file), file.toString())
        .withName(name == null ? file.toString() : name.toString());
  }

  /**
   * Reads a picture from memory.
   *
   * @param name for messages, and for the few old formats that only their name tells apart
   * @throws ModelFormatException as {@link #read(Path)} does
   */
  public static Picture read(byte[] content, String name) {
    if (content.length == 0) {
      throw new ModelFormatException(name, -1, "an empty file", "a picture");
    }
    Picture stored = PictureDecoder.decode(content, name);
    return PictureMetadata.orientation(content, name).upright(stored);
  }

  private static byte[] bytesOf(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new InputException(file.toString(), "a folder", "a picture file");
      }
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new ModelFormatException(
            file.toString(), -1, Files.size(file) + " bytes", "a picture file of at most 1 GiB");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "no such file", "a picture file; check the path", e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(),
          "that it cannot be read (" + IoReason.of(e) + ")",
          "a picture file that may be read",
          e);
    }
  }
}
