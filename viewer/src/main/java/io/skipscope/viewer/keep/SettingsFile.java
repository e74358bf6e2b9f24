package io.skipscope.viewer.keep;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.skipscope.error.SkipscopeException;
import io.skipscope.job.AtomicFile;
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
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, true)
          .enable(SerializationFeature.INDENT_OUTPUT);

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
    Optional<Settings> understood = parse();
    if (understood.isEmpty()) {
      onProblem.accept(Text.of("settings.unread", file));
    }
    return understood.orElse(Settings.INITIAL);
  }

  private Optional<Settings> parse() {
    try {
      return Optional.ofNullable(JSON.readValue(file.toFile(), Settings.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes the settings, or says that it could not. */
  public void write(Settings settings) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(settings)));
    } catch (IOException | SkipscopeException e) {
      LOG.log(System.Logger.Level.WARNING, "{0}: cannot be written: {1}", file, e.getMessage());
    }
  }
}
