package io.skipscope.viewer.app;

import io.skipscope.job.Job;
import io.skipscope.viewer.job.Engine;
import io.skipscope.viewer.job.RunRequest;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.PointedField;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.EventQueue;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What is done with the run that is shown once it has been painted: its maps leave the memory that
 * the next run may need, and further runs measure it. Event thread.
 */
final class Measurements {
  private final StateStore store;
  private final Worker worker;
  private final Engine engine;
  private BlockRun surveyed;
  private Pointer last;

  Measurements(StateStore store, Worker worker, Engine engine) {
    this.store = store;
    this.worker = worker;
    this.engine = engine;
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    last = state.pointer() == null ? last : state.pointer();
    if (changes.contains(ViewerChange.LIVE) && state.live() == null && state.run() != null) {
      surveyOncePainted();
    }
  }

  /** The event thread paints what has changed before: measuring now would keep it from that. */
  void surveyOncePainted() {
    EventQueue.invokeLater(
        () -> {
          copyMaps();
          survey();
        });
  }

  /** Likewise, unless the network of this run was measured already. */
  void followOncePainted(BlockRun run) {
    if (surveyed == null
        || surveyed.model() != run.model()
        || !surveyed.changes().equals(run.changes())) {
      surveyOncePainted();
    } else {
      EventQueue.invokeLater(this::copyMaps);
    }
  }

  private void copyMaps() {
    CompletableFuture.runAsync(engine::copyMaps);
  }

  /**
   * Measures all blocks for the run that is shown, unless something else is to be done first: a
   * live screen would have its next frame before the measurement's end.
   */
  private void survey() {
    surveyed = null;
    BlockRun run = store.state().run();
    boolean live = store.state().live() != null;
    if (run == null || !run.hasBlock() || live || !worker.isIdle()) {
      return;
    }
    worker.submit(
        Text.of("job.survey"),
        true,
        (state, job) -> engine.survey(request(run, state), job),
        found -> {
          surveyed = run;
          store.update(s -> s.with().survey(found).build());
        },
        () -> {});
  }

  private static RunRequest request(BlockRun run, ViewerState state) {
    return new RunRequest(
        run.model(), state.picture().picture(), state.deviceId(), run.block(), "", run.changes());
  }

  /** Measures what the number that was pointed at last sees; hides it if it is shown. */
  void field() {
    ViewerState now = store.state();
    Optional<PointedNumber> number = PointedNumber.of(now.run(), last);
    if (number.isEmpty()) {
      hint("field.point");
    } else if (!isKnown(number.get())) {
      hint("field.unknown");
    } else if (now.field() != null && now.field().number().place().equals(number.get().place())) {
      store.update(s -> s.with().field(null).build());
    } else {
      Pointer pointer = last;
      worker.submitAfter(
          Text.of("job.field"),
          (state, job) -> field(PointedNumber.of(state.run(), pointer), state, job),
          found -> store.update(s -> s.with().field(found.orElse(null)).build()));
    }
  }

  private static boolean isKnown(PointedNumber number) {
    return number.box().isPresent()
        && number.run().model().graph().producer(number.place().value()) != null;
  }

  /** Empty if the run that is shown by now has no such number. */
  private Optional<PointedField> field(Optional<PointedNumber> number, ViewerState state, Job job) {
    return number
        .filter(Measurements::isKnown)
        .map(
            n ->
                new PointedField(
                    n, engine.field(request(n.run(), state), n, n.box().orElseThrow(), job)));
  }

  private void hint(String key) {
    store.update(s -> s.with().message(Message.hint(Text.of(key))).build());
  }
}
