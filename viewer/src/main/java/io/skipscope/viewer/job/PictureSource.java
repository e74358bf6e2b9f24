package io.skipscope.viewer.job;

import io.skipscope.image.BundledPictures;
import io.skipscope.image.Pictures;
import io.skipscope.viewer.state.OpenPicture;
import java.nio.file.Path;

/** Opens pictures by where they come from. */
public final class PictureSource {
  private PictureSource() {}

  /**
   * @param source a path, or the name of a bundled picture
   * @throws io.skipscope.error.SkipscopeException if it cannot be read
   */
  public static OpenPicture open(String source) {
    boolean bundled =
        BundledPictures.list().stream().anyMatch(entry -> entry.file().equals(source));
    return new OpenPicture(
        source, bundled ? BundledPictures.open(source) : Pictures.read(Path.of(source)));
  }

  /** The first of the bundled pictures; null where the samples are not on the class path. */
  public static OpenPicture first() {
    return BundledPictures.list().stream()
        .findFirst()
        .map(entry -> open(entry.file()))
        .orElse(null);
  }
}
