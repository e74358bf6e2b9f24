package io.skipscope.viewer.keep;

import io.skipscope.error.SkipscopeException;
import io.skipscope.job.Home;
import io.skipscope.viewer.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The file {@code viewer.json} that holds the {@link Settings}. */
public final class SettingsFile {
  private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  /** The one of this user. */
  public static SettingsFile ofUser() {
    return new SettingsFile(Home.folder().resolve("viewer.json"));
  }

  /**
   * The settings; those of a first start where the file is missing or cannot be understood.
   *
   * @param onProblem told in one line of a file that cannot be understood
   */
  public Settings read(Consumer<String> onProblem) {
    if (!Files.exists(file)) {
      return Settings.INITIAL;
    }
    Optional<Settings> understood = Json.read(file, Settings.class, Settings.INITIAL);
    if (understood.isEmpty()) {
      onProblem.accept(Text.of("settings.unread", file));
    }
    return understood.orElse(Settings.INITIAL);
  }

  /** Writes the settings, or says that it could not. */
  public void write(Settings settings) {
    try {
      Json.write(file, settings);
    } catch (IOException | SkipscopeException e) {
      LOG.log(System.Logger.Level.WARNING, "{0}: cannot be written: {1}", file, e.getMessage());
    }
  }
}
