package io.skipscope.viewer.theme;

import com.formdev.flatlaf.FlatLaf;
import java.util.logging.Logger;

/**
 * Keeps FlatLaf quiet about its native library: where that does not load, FlatLaf uses Swing's own
 * dialogs instead, and a stack trace on the terminal would only alarm.
 */
final class NativeLibraryLog {
  // Held here, for the log manager forgets loggers that nobody holds.
  private static final Logger LOGGER = Logger.getLogger(FlatLaf.class.getName());

  private NativeLibraryLog() {}

  static void silence() {
    LOGGER.setFilter(entry -> !(entry.getThrown() instanceof UnsatisfiedLinkError));
  }
}
