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

/** From the key that cuts a shortcut of ResNet-18 until its new maps and bars are painted. */
final class LesionBenchmark {
  private static final int CUTS = 60;

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
    long[] painted = new long[CUTS];
    long[] runs = new long[CUTS];
    for (int i = 0; i < CUTS; i++) {
      painted[i] = toggle();
      runs[i] = window.state().run().elapsedNanos();
    }
    double run = runsAlone().medianMillis();
    Times times = new Times(painted);
    WindowBenchmark.print(
        "lesion to paint: median %.1f ms, 95 %% within %.1f ms; median run with the same taps "
            + "%.1f ms alone, %.1f ms while maps are prepared; ratio %.2f (bar 1.2)",
        times.medianMillis(),
        times.millis(0.95),
        run,
        new Times(runs).medianMillis(),
        times.medianMillis() / run);
  }

  /** Runs of the edited network with the card's taps that nothing else takes time from. */
  private Times runsAlone() {
    window.await("rest", s -> true);
    ViewerState state = window.state();
    BlockRun shown = state.run();
    ScaleBranch cut = new ScaleBranch(shown.plan().block().name(), Branch.SHORTCUT, 0);
    Model edited = shown.model().model().edited(List.of(cut));
    TapSet taps = TapSet.named(shown.model().graph(), shown.plan().taps());
    long[] runs = new long[CUTS];
    try (Session session = Session.open(edited, state.deviceId(), PlanOptions.DEFAULT)) {
      for (int i = -CUTS; i < CUTS; i++) {
        try (RunResult result = session.run(shown.input(), taps, Job.unwatched())) {
          runs[Math.max(0, i)] = result.report().totalNanos();
        }
      }
    }
    return new Times(runs);
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
