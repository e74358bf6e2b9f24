package io.skipscope.samples.benchmarks.streams;

import java.util.List;

/**
 * When a process began a stream and when each of its frames ended, of {@link System#nanoTime},
 * which on Linux is the same clock in all processes.
 *
 * @param endNanos rising
 */
record Frames(long startNanos, long[] endNanos) {
  /** Frames a second of streams side by side, for as long as all of them had work. */
  static double perSecond(List<Frames> sideBySide) {
    long start = sideBySide.stream().mapToLong(Frames::startNanos).min().orElseThrow();
    long end = sideBySide.stream().mapToLong(Frames::lastNanos).min().orElseThrow();
    double count = sideBySide.stream().mapToDouble(frames -> frames.doneBy(end)).sum();
    return count * 1e9 / (end - start);
  }

  private long lastNanos() {
    return endNanos[endNanos.length - 1];
  }

  /** Of the frame that is under way then, its share. */
  private double doneBy(long nanos) {
    int whole = 0;
    while (whole < endNanos.length && endNanos[whole] <= nanos) {
      whole++;
    }
    if (whole == endNanos.length) {
      return whole;
    }
    long begun = whole == 0 ? startNanos : endNanos[whole - 1];
    return whole + Math.max(0, nanos - begun) / (double) (endNanos[whole] - begun);
  }
}
