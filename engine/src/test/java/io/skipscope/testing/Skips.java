package io.skipscope.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Skipping a test so that nobody overlooks it. */
public final class Skips {
  private Skips() {}

  /** Goes on if {@code condition} holds, else prints the reason and skips the test. */
  public static void unless(boolean condition, String reason) {
    if (!condition) {
      System.err.println("SKIPPED: " + reason);
    }
    Assumptions.assumeTrue(condition, reason);
  }

  /** A file or folder under the folder that lies beside the project; skips if it is not there. */
  public static Path shared(String path) {
    Path file = Path.of(System.getProperty("skipscope.shared", "../shared")).resolve(path);
    unless(Files.exists(file), "no shared file " + path);
    return file.normalize();
  }
}
