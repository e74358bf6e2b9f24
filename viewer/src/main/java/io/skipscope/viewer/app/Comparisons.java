package io.skipscope.viewer.app;

import io.skipscope.job.Job;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.job.Charts;
import io.skipscope.viewer.job.Engine;
import io.skipscope.viewer.job.PictureSource;
import io.skipscope.viewer.job.RunRequest;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.keep.SavedRun;
import io.skipscope.viewer.keep.SavedView;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.KeptRun;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
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
    String tap = tap(recipe, run, maps);
    boolean known = block == last.block() && (tap.isEmpty() || last.frame(tap).isPresent());
    return known ? last : run(recipe, block, tap, job);
  }

  private static String tap(KeptRun recipe, BlockRun run, MapsChoice maps) {
    return maps.open() ? recipe.tap(maps.tap(run.model(), run.block())) : "";
  }

  private BlockRun run(KeptRun recipe, int block, String tap, Job job) {
    return engine.run(
        new RunRequest(
            recipe.model(),
            recipe.picture().picture(),
            recipe.deviceId(),
            block,
            tap,
            recipe.changes()),
        job);
  }

  /**
   * Does the kept run of a saved view again. Worker's thread.
   *
   * @param opened what else the view holds
   * @return null where it holds no kept run or has nothing to run on
   * @throws io.skipscope.error.SkipscopeException if the kept run could not be done again
   */
  Comparison reopened(SavedView view, Opened opened, Job job) {
    if (view.compared().isEmpty() || opened.run() == null) {
      return null;
    }
    SavedRun saved = view.compared().get(0);
    BlockRun now = opened.run();
    KeptRun kept = recipe(saved, saved.model().equals(view.model()) ? now.model() : null, job);
    BlockRun again = run(kept, kept.counterpart(now).orElse(0), tap(kept, now, view.maps()), job);
    return new Comparison(kept, saved.side(), RunPair.of(now, again));
  }

  /**
   * @param open the saved run's model if it is open already, perhaps for another size; else null
   */
  private KeptRun recipe(SavedRun saved, OpenModel open, Job job) {
    OpenModel model = open == null ? engine.open(saved.model(), job) : open;
    OpenModel sized = engine.sized(model, saved.changes().input());
    OpenPicture picture = Charts.fitted(PictureSource.open(saved.picture()), sized.inputSpec());
    ViewerState state = store.state();
    boolean offered =
        state.devices().stream()
            .anyMatch(device -> device.isUsable() && device.id().equals(saved.deviceId()));
    String deviceId = offered ? saved.deviceId() : state.deviceId();
    return new KeptRun(sized, picture, deviceId, saved.changes());
  }

  /**
   * Shows the comparison of a saved view, and says so if its device is not there. Event thread.
   *
   * @param reopened null where the view holds none, which leaves all as it is
   */
  void show(SavedView view, Comparison reopened) {
    if (reopened != null) {
      String wanted = view.compared().get(0).deviceId();
      String used = reopened.kept().deviceId();
      store.update(
          s ->
              s.with()
                  .comparison(reopened)
                  .message(
                      used.equals(wanted)
                          ? s.message()
                          : Message.notice(Text.of("compare.otherDevice", wanted, used)))
                  .build());
    }
  }

  /** Releases the device of the kept run. Worker's thread. */
  void close() {
    engine.close();
  }
}
