package io.skipscope.viewer.job;

import io.skipscope.image.BundledPictures;
import io.skipscope.image.Picture;
import io.skipscope.image.PictureSet;
import io.skipscope.image.Pictures;
import io.skipscope.viewer.state.OpenPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens pictures by where they come from. */
public final class PictureSource {
  private static final String WITHIN = "!/";

  private PictureSource() {}

  /**
   * @param source a path, the name of a bundled picture, or what {@link #inZip} or {@link
   *     Charts#source} gives
   * @throws io.skipscope.error.SkipscopeException if it cannot be read
   */
  public static OpenPicture open(String source) {
    boolean bundled =
        BundledPictures.list().stream().anyMatch(entry -> entry.file().equals(source));
    return new OpenPicture(source, bundled ? BundledPictures.open(source) : file(source));
  }

  private static Picture file(String source) {
    if (Charts.isSource(source)) {
      return Charts.open(source);
    }
    return zipOf(source)
        .map(zip -> PictureSet.read(zip, withinZip(source)))
        .orElseGet(() -> Pictures.read(Path.of(source)));
  }

  /** The ZIP file that a picture is in; empty if it is a file of its own. */
  static Optional<Path> zipOf(String source) {
    int within = source.indexOf(WITHIN);
    return within < 0 || Files.exists(Path.of(source))
        ? Optional.empty()
        : Optional.of(Path.of(source.substring(0, within)));
  }

  /** The path of a picture inside its ZIP file. */
  static String withinZip(String source) {
    return source.substring(source.indexOf(WITHIN) + WITHIN.length());
  }

  /** The source of a picture in a ZIP file. */
  static String inZip(Path zip, String path) {
    return zip + WITHIN + path;
  }

  /** The first of the bundled pictures; null where the samples are not on the class path. */
  public static OpenPicture first() {
    return BundledPictures.list().stream()
        .findFirst()
        .map(entry -> open(entry.file()))
        .orElse(null);
  }
}
