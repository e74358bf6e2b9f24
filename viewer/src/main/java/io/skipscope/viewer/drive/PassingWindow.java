package io.skipscope.viewer.drive;

import io.skipscope.viewer.app.Viewer;
import io.skipscope.viewer.keep.Settings;
import io.skipscope.viewer.keep.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A driven window that leaves nothing behind: its settings are gone once it is closed. */
public final class PassingWindow extends WindowDriver {
  private final Path settings;

  private PassingWindow(Viewer viewer, Path settings) {
    super(viewer);
    this.settings = settings;
  }

  /**
   * Opens the window on a model and a picture.
   *
   * @param settings to start with
   * @param model null for the bundled one; {@code picture} likewise
   * @throws UncheckedIOException if the settings cannot be written to a temporary file
   */
  public static PassingWindow open(Settings settings, String model, Path picture) {
    try {
      Path file = Files.createTempDirectory("skipscope").resolve("viewer.json");
      SettingsFile kept = new SettingsFile(file);
      kept.write(settings);
      return new PassingWindow(Viewer.open(kept, model, picture), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its settings lie until it is closed. */
  Path settings() {
    return settings;
  }

  @Override
  public void close() {
    super.close();
    try {
      Files.deleteIfExists(settings);
      Files.delete(settings.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
