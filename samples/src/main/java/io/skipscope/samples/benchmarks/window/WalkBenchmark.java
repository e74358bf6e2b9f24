package io.skipscope.samples.benchmarks.window;

import io.skipscope.viewer.drive.EventThreadClock;
import io.skipscope.viewer.drive.WindowDriver;
import java.util.List;

/** Walks through most of what the window can do; prints how long its event thread was away. */
final class WalkBenchmark {
  /** What is pressed, in this order; each is done before the next. */
  private static final List<String> KEYS =
      List.of(
          "DOWN",
          "DOWN",
          "RIGHT",
          "ENTER",
          "ESCAPE",
          "ctrl K",
          "ctrl Z",
          "ctrl D",
          "ctrl Z",
          "ctrl E",
          "ctrl BACK_SPACE",
          "ctrl M",
          "ctrl R",
          "ctrl G",
          "ctrl DOWN",
          "ctrl L",
          "ctrl I",
          "ctrl U",
          "ENTER",
          "ENTER",
          "ctrl G",
          "ctrl J",
          "ctrl J",
          "ctrl 3",
          "ctrl 1",
          "ctrl 2",
          "ctrl PLUS",
          "ctrl MINUS",
          "ctrl T",
          "ctrl T",
          "ctrl alt PLUS",
          "ctrl alt 0");

  private WalkBenchmark() {}

  static void run() {
    EventThreadClock clock = EventThreadClock.install();
    try (WindowDriver window = WindowBenchmark.open(null)) {
      say("making the window, part by part", clock);
      window.await("the first maps", s -> s.run() != null);
      say("opening the bundled network", clock);
      for (String key : KEYS) {
        window.press(key);
        window.await(key, s -> true);
        settle(window);
        say(key, clock);
      }
      for (String model : List.of("resnet50", "resnet20", "mobilenet_v2")) {
        window.perform(() -> window.viewer().controller().openModel(model));
        window.await(model, s -> s.model().source().equals(model));
        settle(window);
        say("opening " + model, clock);
      }
    }
    WindowBenchmark.print("the longest of all");
    clock.longestOfAll().forEach(pause -> say("", pause));
  }

  /** Lets what follows a change be painted. */
  private static void settle(WindowDriver window) {
    for (int i = 0; i < 3; i++) {
      window.performAndPaint(() -> {});
    }
  }

  private static void say(String what, EventThreadClock clock) {
    say(what, clock.takeLongest());
  }

  private static void say(String what, EventThreadClock.Pause pause) {
    WindowBenchmark.print(
        "%6.1f ms  %s  (%s)", pause.nanos() / 1e6, what, pause.event().replaceAll("\\s+", " "));
  }
}
