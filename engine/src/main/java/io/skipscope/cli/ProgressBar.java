package io.skipscope.cli;

import io.skipscope.job.Job;
import java.io.PrintWriter;
import java.util.Locale;

/** A bar on a terminal for work that takes over a second. Any thread may report progress. */
final class ProgressBar implements Job.Listener, AutoCloseable {
  private static final long APPEARS_AFTER_NANOS = 1_000_000_000L;
  private static final long REDRAWS_AFTER_NANOS = 100_000_000L;
  private static final int CELLS = 30;

  private final PrintWriter terminal;
  private final long startNanos = System.nanoTime();
  private long drawnNanos = startNanos;
  private int drawnLength;

  /**
   * @param terminal null where there is none, which draws nothing
   */
  ProgressBar(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void progressed(String what, long done, long total) {
    long now = System.nanoTime();
    boolean due = now - startNanos > APPEARS_AFTER_NANOS && now - drawnNanos > REDRAWS_AFTER_NANOS;
    if (terminal != null && due) {
      drawnNanos = now;
      draw(line(what, done, total));
    }
  }

  /** Such as {@code Compiling kernels [##### ] 12 of 40}. */
  static String line(String what, long done, long total) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s %d", what, done);
    }
    int filled = (int) Math.min(CELLS, done * CELLS / total);
    String bar = "#".repeat(filled) + " ".repeat(CELLS - filled);
    return String.format(Locale.ROOT, "%s [%s] %d of %d", what, bar, done, total);
  }

  private void draw(String line) {
    terminal.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
    terminal.flush();
    drawnLength = line.length();
  }

  /** Clears the line; the next progress draws the bar again. */
  synchronized void wipe() {
    if (drawnLength > 0) {
      draw("");
      terminal.print("\r");
      terminal.flush();
    }
  }

  @Override
  public void close() {
    wipe();
  }
}
