package io.skipscope.viewer.mappane;

import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.state.ViewerState;
import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Sorts, filters and scales the maps on another thread; only the latest request counts. */
final class MapsPreparer {
  private final ExecutorService thread;
  private final Consumer<PreparedMaps> onDone;
  private volatile ViewerState latest;

  /**
   * @param onDone told on the event thread; gets null where the run has no such value
   */
  MapsPreparer(ExecutorService thread, Consumer<PreparedMaps> onDone) {
    this.thread = thread;
    this.onDone = onDone;
  }

  /** Event thread. */
  void prepare(ViewerState state) {
    latest = state;
    thread.execute(() -> prepareIfLatest(state));
  }

  private void prepareIfLatest(ViewerState state) {
    if (latest == state) {
      PreparedMaps maps =
          state.run() == null
              ? null
              : PreparedMaps.of(state.run(), state.colorMap(), state.maps()).orElse(null);
      EventQueue.invokeLater(
          () -> {
            if (latest == state) {
              onDone.accept(maps);
            }
          });
    }
  }
}
