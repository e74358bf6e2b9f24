package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pictures that come with Skipscope, on the class path under {@code pictures/}. */
public final class BundledPictures {
  private static final String FOLDER = "/pictures/";

  private BundledPictures() {}

  /**
   * One of the pictures.
   *
   * @param file its name under {@code pictures/}
   * @param title for menus
   */
  public record Entry(String file, String title) {
    /** Reads it. */
    public Picture open() {
      return BundledPictures.open(file);
    }
  }

  /** All of them in the order of menus; empty if the samples are not on the class path. */
  public static List<Entry> list() {
    if (BundledPictures.class.getResource(FOLDER + "index.txt") == null) {
      return List.of();
    }
    return new String(bytes("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t"))
        .map(parts -> new Entry(parts[0], parts[1]))
        .toList();
  }

  /**
   * Reads one by its file name.
   *
   * @throws InputException if there is none of that name
   */
  public static Picture open(String file) {
    return Pictures.read(bytes(file), file);
  }

  private static byte[] bytes(String file) {
    try (InputStream in = BundledPictures.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new InputException(
            "bundled picture " + file, "none of that name", "one of pictures/index.txt");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new InputException("bundled picture " + file, IoReason.of(e), "a readable file", e);
    }
  }
}
