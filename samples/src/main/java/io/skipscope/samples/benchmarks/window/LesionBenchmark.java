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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * From the key that cuts a shortcut of ResNet-18 until its new maps and bars are painted, and in
 * turn with that, runs alone: for the second block of each stage, early ones and late ones.
 */
final class LesionBenchmark {
  private static final List<Integer> BLOCKS = List.of(1, 3, 5, 7);
  private static final int CUTS = 16;
  private static final int WARM_UP = 5;

  /** Until Java has compiled what paints them. */
  private static final int FIRST_CUTS = 60;

  /** Completed when another run than that has been painted. */
  private record Awaited(BlockRun before, CompletableFuture<Long> painted) {}

  /** In nanoseconds, of each cut: until it is painted, its run, and a whole run that is alone. */
  private record Measured(long[] painted, long[] runs, long[] alone) {
    static Measured empty(int cuts) {
      return new Measured(new long[cuts], new long[cuts], new long[cuts]);
    }

    static Measured all(List<Measured> parts) {
      return new Measured(
          joined(parts, Measured::painted),
          joined(parts, Measured::runs),
          joined(parts, Measured::alone));
    }

    private static long[] joined(List<Measured> parts, Function<Measured, long[]> times) {
      return parts.stream().map(times).flatMapToLong(Arrays::stream).toArray();
    }

    void print(String block) {
      Times times = new Times(painted);
      WindowBenchmark.print(
          "%s: lesion to paint: median %.1f ms, 95 %% within %.1f ms; median run with the same "
              + "taps %.1f ms alone, %.1f ms of what a cut alters, while maps are prepared; "
              + "ratio %.2f (bar 1.2)",
          block,
          times.medianMillis(),
          times.millis(0.95),
          new Times(alone).medianMillis(),
          new Times(runs).medianMillis(),
          times.medianMillis() / new Times(alone).medianMillis());
    }
  }

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
    for (int i = 0; i < FIRST_CUTS; i++) {
      toggle();
    }
    List<Measured> measured = new ArrayList<>();
    for (int block : BLOCKS) {
      show(block);
      Measured here = measureShown();
      here.print(window.state().run().plan().block().name());
      measured.add(here);
    }
    Measured.all(measured).print("all blocks");
  }

  private void show(int block) {
    while (window.state().run().block() < block) {
      int next = window.state().run().block() + 1;
      window.press("DOWN");
      window.await("the next block", s -> s.run().block() == next);
    }
  }

  private Measured measureShown() {
    Measured measured = Measured.empty(CUTS);
    try (Session session = Session.open(edited(), window.state().deviceId(), PlanOptions.DEFAULT)) {
      for (int i = -WARM_UP; i < CUTS; i++) {
        int place = Math.max(0, i);
        measured.alone()[place] = runAlone(session);
        measured.painted()[place] = toggle();
        measured.runs()[place] = window.state().run().elapsedNanos();
      }
    }
    return measured;
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
