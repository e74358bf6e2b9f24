package io.skipscope.viewer.app;

import io.skipscope.viewer.canvas.FirstStrokes;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A start of the program: opens a model and a picture while that is made which will show them. Any
 * thread but the event thread.
 */
final class Start {
  private final HeldEvents events = new HeldEvents();
  private final StateStore store;
  private final Worker worker;
  private final Controller controller;

  Start(ViewerState initial) {
    store = new StateStore(initial);
    worker = new Worker(store, events);
    controller = new Controller(store, worker);
  }

  /**
   * Has the worker open what is to be shown, and finds the font and the look of what shows it.
   *
   * @param image null for the bundled one
   */
  void begin(String model, Path image) {
    EventSteps.run(() -> controller.start(model, image));
    WindowLanguage.findFont()
        .ifPresent(
            problem -> EventSteps.run(() -> store.update(s -> s.with().message(problem).build())));
    Theme.install(store.state().look(), store.state().windowZoom());
    CompletableFuture.runAsync(
        () -> {
          Theme.icon("model");
          FirstStrokes.draw(Theme.palette());
        });
  }

  /** Makes the panes, shows in them what was opened meanwhile, and makes the menus. */
  void fill(WindowContent content) {
    EventSteps.run(FirstControls.steps());
    EventSteps.run(content.paneSteps());
    events.release();
    EventSteps.run(content.menuSteps());
  }

  StateStore store() {
    return store;
  }

  Worker worker() {
    return worker;
  }

  Controller controller() {
    return controller;
  }
}
