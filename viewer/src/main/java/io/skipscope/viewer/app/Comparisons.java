package io.skipscope.viewer.app;

import io.skipscope.job.Job;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.job.Engine;
import io.skipscope.viewer.job.RunRequest;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.KeptRun;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.util.Optional;

/**
 * Keeps a run beside the last one. Where another block is selected, the kept run is done again for
 * its counterpart, in a session of its own, so that two models need not be made ready in turn.
 */
final class Comparisons {
  private final StateStore store;
  private final Worker worker;
  private final Engine engine = new Engine();

  Comparisons(StateStore store, Worker worker) {
    this.store = store;
    this.worker = worker;
  }

  void addTo(ActionTable actions) {
    actions
        .put(Command.KEEP_RUN, this::keep)
        .put(Command.NEXT_SIDE, this::nextSide)
        .put(Command.END_COMPARISON, this::end);
  }

  /** Keeps the run that is shown. Event thread. */
  private void keep() {
    if (store.state().run() == null) {
      hint("compare.nothing");
      return;
    }
    worker.submit(
        Text.of("job.keeping"),
        false,
        (state, job) ->
            Optional.ofNullable(state.run()).map(run -> Comparison.keeping(state)).orElse(null),
        kept -> store.update(s -> s.with().comparison(kept).build()),
        () -> {});
  }

  private void nextSide() {
    if (store.state().comparison() == null) {
      hint("compare.none");
    } else {
      show(Actions.next(ComparedSide.values(), store.state().comparison().side()));
    }
  }

  /** Shows a side of the comparison that there is. Event thread. */
  void show(ComparedSide side) {
    store.update(
        s ->
            s.comparison() == null
                ? s
                : s.with().comparison(s.comparison().withSide(side)).build());
  }

  private void end() {
    if (store.state().comparison() != null) {
      store.update(s -> s.with().comparison(null).build());
      worker.submit(
          Text.of("job.ending"),
          false,
          (state, job) -> {
            close();
            return state;
          },
          state -> {},
          () -> {});
    }
  }

  private void hint(String key) {
    store.update(s -> s.with().message(Message.hint(Text.of(key))).build());
  }

  /**
   * A new run beside the kept one; null while none is kept. Worker's thread.
   *
   * @throws io.skipscope.error.SkipscopeException if the kept run could not be done again
   */
  RunPair pair(BlockRun run, MapsChoice maps, Job job) {
    Comparison comparison = store.state().comparison();
    return comparison == null
        ? null
        : RunPair.of(run, kept(comparison.kept(), comparison.pair().kept(), run, maps, job));
  }

  /** The kept run with the values that the new one has; as it is if it has them. */
  private BlockRun kept(KeptRun recipe, BlockRun last, BlockRun run, MapsChoice maps, Job job) {
    int block = recipe.counterpart(run).orElse(last.block());
    String tap = maps.open() ? recipe.tap(maps.tap(run.model(), run.block())) : "";
    boolean known = block == last.block() && (tap.isEmpty() || last.frame(tap).isPresent());
    return known
        ? last
        : engine.run(
            new RunRequest(
                recipe.model(),
                recipe.picture().picture(),
                recipe.deviceId(),
                block,
                tap,
                recipe.changes()),
            job);
  }

  /** Releases the device of the kept run. Worker's thread. */
  void close() {
    engine.close();
  }
}
