package io.skipscope.viewer.mappane;

import io.skipscope.viewer.render.Filters;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.state.WeightLayer;
import java.awt.EventQueue;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Sorts, filters and scales the maps on another thread; only the latest request counts. */
final class MapsPreparer {
  private final ExecutorService thread;
  private final Consumer<PreparedMaps> onDone;
  private volatile ViewerState latest;
  private Filters lastFilters;

  /**
   * @param onDone told on the event thread; gets null where there is no such value or layer
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
      PreparedMaps maps = (state.maps().weights() ? weights(state) : maps(state)).orElse(null);
      EventQueue.invokeLater(
          () -> {
            if (latest == state) {
              onDone.accept(maps);
            }
          });
    }
  }

  private static Optional<PreparedMaps> maps(ViewerState state) {
    return Optional.ofNullable(state.shown())
        .flatMap(
            run ->
                PreparedMaps.of(
                    run,
                    state.shownBranches(),
                    state.shownColors(),
                    state.shownMaps(),
                    state.shownUnits()));
  }

  private Optional<PreparedMaps> weights(ViewerState state) {
    return Optional.ofNullable(state.model())
        .flatMap(model -> WeightLayer.shown(model, state.block(), state.maps()))
        .map(layer -> PreparedMaps.of(filters(layer), state.colorMap(), state.maps()));
  }

  /** Every weight is read once only while a layer is shown. */
  private Filters filters(WeightLayer layer) {
    if (lastFilters == null || lastFilters.layer().weight() != layer.weight()) {
      lastFilters = Filters.of(layer);
    }
    return lastFilters;
  }
}
