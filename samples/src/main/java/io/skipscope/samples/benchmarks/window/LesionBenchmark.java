package io.skipscope.samples.benchmarks.window;

import io.skipscope.Model;
import io.skipscope.Session;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.RunResult;
import io.skipscope.tap.TapSet;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ViewerState;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * From the key that cuts a shortcut of ResNet-18 until its new maps and bars are painted, and in
 * turn with that, runs alone.
 */
final class LesionBenchmark {
  private static final int CUTS = 60;
  private static final int WARM_UP = 5;

  /** Completed when another run than that has been painted. */
  private record Awaited(BlockRun before, CompletableFuture<Long> painted) {}

  private final WindowDriver window;
  private volatile Awaited awaited;

  private LesionBenchmark(WindowDriver window) {
    this.window = window;
  }

  static void run() {
    try (WindowDriver window = WindowBenchmark.open("resnet18")) {
      window.await("the first maps", s -> s.run() != null);
      new LesionBenchmark(window).measure();
    }
  }

  private void measure() {
    window.perform(() -> window.viewer().store().addListener((changes, state) -> look(state)));
    window.press("DOWN");
    window.await("the second block", s -> s.run().block() == 1);
    // Both forms of the network are planned, and Java has compiled what paints them.
    for (int i = 0; i < CUTS; i++) {
      toggle();
    }
    long[] alone = new long[CUTS];
    long[] painted = new long[CUTS];
    long[] runs = new long[CUTS];
    try (Session session = Session.open(edited(), window.state().deviceId(), PlanOptions.DEFAULT)) {
      for (int i = -WARM_UP; i < CUTS; i++) {
        int place = Math.max(0, i);
        alone[place] = runAlone(session);
        painted[place] = toggle();
        runs[place] = window.state().run().elapsedNanos();
      }
    }
    double run = new Times(alone).medianMillis();
    Times times = new Times(painted);
    WindowBenchmark.print(
        "lesion to paint: median %.1f ms, 95 %% within %.1f ms; median run with the same taps "
            + "%.1f ms alone, %.1f ms of what a cut alters, while maps are prepared; "
            + "ratio %.2f (bar 1.2)",
        times.medianMillis(),
        times.millis(0.95),
        run,
        new Times(runs).medianMillis(),
        times.medianMillis() / run);
  }

  /** The network with the shortcut cut. */
  private Model edited() {
    BlockRun shown = window.state().run();
    ScaleBranch cut = new ScaleBranch(shown.plan().block().name(), Branch.SHORTCUT, 0);
    return shown.model().model().edited(List.of(cut));
  }

  /**
   * A run with the card's taps that nothing else takes time from, after the same rest as a cut: a
   * machine that wakes up is slower than one that runs on and on.
   */
  private long runAlone(Session session) {
    window.await("rest", s -> true);
    BlockRun shown = window.state().run();
    TapSet taps = TapSet.named(shown.model().graph(), shown.plan().taps());
    try (RunResult result = session.run(shown.input(), taps, Job.unwatched())) {
      return result.report().totalNanos();
    }
  }

  private long toggle() {
    window.await("rest", s -> true);
    CompletableFuture<Long> painted = new CompletableFuture<>();
    awaited = new Awaited(window.state().run(), painted);
    long start = System.nanoTime();
    window.press("ctrl K");
    return painted.join() - start;
  }

  /** Event thread. */
  private void look(ViewerState state) {
    Awaited now = awaited;
    if (now != null && state.run() != now.before()) {
      awaited = null;
      EventQueue.invokeLater(
          () -> {
            window.paintNow();
            now.painted().complete(System.nanoTime());
          });
    }
  }
}
