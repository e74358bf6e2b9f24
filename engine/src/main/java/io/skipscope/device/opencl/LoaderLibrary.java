package io.skipscope.device.opencl;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Looks for the OpenCL library before the binding does.
 *
 * <p>Where it is missing the binding's native code prints to standard output, which belongs to the
 * program's own results.
 */
final class LoaderLibrary {
  private static final String NAME = "libOpenCL.so";

  private LoaderLibrary() {}

  /** Whether it is certainly not there; false on systems that cannot be asked. */
  static boolean isMissing() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    return linux
        && isMissing(Path.of("/etc/ld.so.cache"), System.getProperty("java.library.path", ""));
  }

  /**
   * @param cache the dynamic linker's list of known libraries
   * @param libraryPath further folders, separated as paths are on this system
   */
  static boolean isMissing(Path cache, String libraryPath) {
    try {
      String known = new String(Files.readAllBytes(cache), StandardCharsets.ISO_8859_1);
      return !known.contains(NAME)
          && Arrays.stream(libraryPath.split(File.pathSeparator))
              .noneMatch(folder -> holdsLibrary(Path.of(folder)));
    } catch (IOException unknown) {
      return false;
    }
  }

  private static boolean holdsLibrary(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith(NAME));
    } catch (IOException absent) {
      return false;
    }
  }
}
