package io.skipscope.samples.benchmarks.window;

import io.skipscope.viewer.drive.PassingWindow;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.keep.Settings;
import java.util.Locale;
import java.util.Map;

/**
 * Times the real window: {@code WindowBenchmark start|scroll|walk|lesion}, each in a process of its
 * own. A display is needed, and kernels that have been built before.
 */
public final class WindowBenchmark {
  private static final Map<String, Runnable> PARTS =
      Map.of(
          "start", StartBenchmark::run,
          "scroll", ScrollBenchmark::run,
          "walk", WalkBenchmark::run,
          "lesion", LesionBenchmark::run);

  private WindowBenchmark() {}

  public static void main(String[] args) {
    Runnable part = args.length == 1 ? PARTS.get(args[0]) : null;
    if (part == null) {
      System.err.println("WindowBenchmark: expected one of " + PARTS.keySet());
      System.exit(2);
    }
    part.run();
    System.exit(0);
  }

  /** The window as at a first start, on a bundled picture. */
  static WindowDriver open(String model) {
    return PassingWindow.open(Settings.INITIAL, model, null);
  }

  static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
