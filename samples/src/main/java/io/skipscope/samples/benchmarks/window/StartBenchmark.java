package io.skipscope.samples.benchmarks.window;

import io.skipscope.cli.Main;
import io.skipscope.viewer.drive.WindowDriver;
import java.awt.Frame;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import javax.swing.JLabel;
import javax.swing.RepaintManager;

/** From the start of Java to the first maps on the screen, as the command line does it. */
final class StartBenchmark {
  private static final int POLL_MILLIS = 5;

  private StartBenchmark() {}

  static void run() {
    // The process's own start instant can be wrong by most of a second.
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    Main.main(new String[0]);
    while (!WindowDriver.onEventThread(StartBenchmark::showsMaps)) {
      pause();
    }
    long millis = System.currentTimeMillis() - start;
    WindowBenchmark.print("start to first maps: %.2f s (bar 3)", millis / 1e3);
  }

  /** Whether a run is shown; if so, all of it has been painted. */
  private static boolean showsMaps() {
    for (Frame frame : Frame.getFrames()) {
      // Says nothing until there is a run.
      JLabel caption = (JLabel) WindowDriver.find(frame, "input.caption");
      if (caption != null && !caption.getText().isBlank()) {
        RepaintManager.currentManager(caption).paintDirtyRegions();
        Toolkit.getDefaultToolkit().sync();
        return true;
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
