package io.skipscope.samples.benchmarks.window;

import io.skipscope.viewer.drive.EventThreadClock;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.mappane.MapsPane;
import java.awt.Rectangle;
import java.util.concurrent.locks.LockSupport;
import javax.swing.JComponent;

/**
 * Scrolls through all maps of a value, a step each 60th of a second. A frame is from the step until
 * it is painted, and so has in it whatever else the event thread had to do before.
 */
final class ScrollBenchmark {
  private static final long FRAME_NANOS = 1_000_000_000L / 60;
  private static final int FRAMES = 360;
  private static final int STEP = 30;

  private ScrollBenchmark() {}

  static void run() {
    try (WindowDriver window = WindowBenchmark.open("resnet50")) {
      window.await("the first maps", s -> s.run() != null);
      EventThreadClock clock = EventThreadClock.install();
      scroll(window, clock, "layer4.2.output");
      scroll(window, clock, "layer1.2.output");
    }
  }

  private static void scroll(WindowDriver window, EventThreadClock clock, String value) {
    int dot = value.lastIndexOf('.');
    String block = value.substring(0, dot);
    int index =
        window.state().model().blocks().stream().map(b -> b.block().name()).toList().indexOf(block);
    window.perform(
        () -> {
          window.viewer().controller().showMaps(c -> c.withOpen(true));
          window.viewer().controller().selectBlock(index);
        });
    MapsPane pane = window.find("maps", MapsPane.class);
    window.await(value, s -> pane.maps() != null && pane.maps().frame().name().equals(value));
    JComponent view = window.find("maps.view", JComponent.class);
    clock.takeLongest();
    Times times = new Times(frames(window, view));
    WindowBenchmark.print(
        "%d maps of %dx%d: 95 %% of %d frames within %.1f ms (bar 16), median %.1f, longest %.1f; "
            + "longest pause %.1f ms",
        pane.maps().channels(),
        pane.maps().mapHeight(),
        pane.maps().mapWidth(),
        times.count(),
        times.millis(0.95),
        times.medianMillis(),
        times.millis(1),
        clock.takeLongest().nanos() / 1e6);
  }

  private static long[] frames(WindowDriver window, JComponent view) {
    long[] nanos = new long[FRAMES];
    int step = STEP;
    for (int i = 0; i < FRAMES; i++) {
      long start = System.nanoTime();
      Rectangle visible = WindowDriver.onEventThread(view::getVisibleRect);
      boolean atEnd = visible.y + visible.height + STEP > view.getHeight();
      step = atEnd ? -STEP : visible.y < STEP ? STEP : step;
      visible.translate(0, step);
      window.performAndPaint(() -> view.scrollRectToVisible(visible));
      nanos[i] = System.nanoTime() - start;
      LockSupport.parkNanos(FRAME_NANOS - nanos[i]);
    }
    return nanos;
  }
}
