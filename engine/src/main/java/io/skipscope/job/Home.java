package io.skipscope.job;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where settings, tuning files and caches lie. */
public final class Home {
  private Home() {}

  /**
   * The system property {@code skipscope.home}, else the environment's {@code SKIPSCOPE_HOME}, else
   * the system's usual folder for settings. It need not exist.
   */
  public static Path folder() {
    return folder(System::getProperty, System::getenv);
  }

  static Path folder(UnaryOperator<String> property, UnaryOperator<String> environment) {
    String chosen = firstSet(property.apply("skipscope.home"), environment.apply("SKIPSCOPE_HOME"));
    return chosen != null ? Path.of(chosen) : usualFolder(property, environment);
  }

  private static Path usualFolder(
      UnaryOperator<String> property, UnaryOperator<String> environment) {
    Path user = Path.of(property.apply("user.home"));
    String system = property.apply("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String roaming = firstSet(environment.apply("APPDATA"));
      return (roaming != null ? Path.of(roaming) : user).resolve("Skipscope");
    }
    if (system.startsWith("mac")) {
      return user.resolve("Library").resolve("Application Support").resolve("Skipscope");
    }
    String config = firstSet(environment.apply("XDG_CONFIG_HOME"));
    return (config != null ? Path.of(config) : user.resolve(".config")).resolve("skipscope");
  }

  private static String firstSet(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate;
      }
    }
    return null;
  }
}
