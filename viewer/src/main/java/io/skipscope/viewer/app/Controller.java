package io.skipscope.viewer.app;

import io.skipscope.image.BundledPictures;
import io.skipscope.image.Picture;
import io.skipscope.image.Pictures;
import io.skipscope.job.Job;
import io.skipscope.viewer.job.DeviceList;
import io.skipscope.viewer.job.Engine;
import io.skipscope.viewer.job.RunRequest;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ChangeHistory;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the user can do to the state that needs the engine.
 *
 * <p>A new model, picture or device is opened and run before anything of it is shown, so that a
 * failure leaves the window as it was. Event thread.
 */
public final class Controller implements AutoCloseable {
  private final StateStore store;
  private final Worker worker;
  private final Engine engine = new Engine();
  private BlockRun surveyed;

  public Controller(StateStore store, Worker worker) {
    this.store = store;
    this.worker = worker;
  }

  /** A model and a picture, and the maps of a block if both are there. */
  private record Opened(
      OpenModel model,
      Picture picture,
      String deviceId,
      int block,
      ChangeHistory history,
      BlockRun run) {}

  /**
   * Finds the devices, then opens what the window starts with: a picture and a model, each of which
   * is shown even if the other cannot be opened.
   *
   * @param picture reads the first picture; gives null where there is none
   */
  public void start(String source, Supplier<Picture> picture) {
    worker.submit(
        Text.of("job.devices"),
        false,
        (state, job) -> engine.devices(),
        this::showDevices,
        () -> {});
    add(
        Text.of("job.picture"),
        (state, job) ->
            run(
                state.model(),
                picture.get(),
                state.deviceId(),
                state.block(),
                state.history(),
                job));
    add(Text.of("job.opening", source), (state, job) -> opened(source, state, job));
  }

  /** Shows what a task opens beside what an earlier one said of its own failure. */
  private void add(String what, Worker.Task<Opened> task) {
    worker.submit(what, false, task, this::place, this::returnToShown);
  }

  private void showDevices(DeviceList devices) {
    store.update(
        s ->
            s.with()
                .devices(devices.choices())
                .deviceId(devices.preferredId())
                .message(devices.notice())
                .build());
  }

  /**
   * Opens a model by path, zoo name or bundled name, and shows its first block that has a shortcut.
   */
  public void openModel(String source) {
    load(Text.of("job.opening", source), (state, job) -> opened(source, state, job));
  }

  private Opened opened(String source, ViewerState state, Job job) {
    OpenModel model = engine.open(source, job);
    return run(
        model, state.picture(), state.deviceId(), model.firstShortcut(), ChangeHistory.EMPTY, job);
  }

  public void openPicture(Path file) {
    openPicture(file.getFileName().toString(), () -> Pictures.read(file));
  }

  public void openBundledPicture(String name) {
    openPicture(name, () -> BundledPictures.open(name));
  }

  private void openPicture(String name, Supplier<Picture> read) {
    load(
        Text.of("job.opening", name),
        (state, job) ->
            run(state.model(), read.get(), state.deviceId(), state.block(), state.history(), job));
  }

  /** Runs on another device from now on; the one before stays in use until that has worked. */
  public void chooseDevice(String deviceId) {
    load(
        Text.of("job.device", deviceId),
        (state, job) ->
            run(state.model(), state.picture(), deviceId, state.block(), state.history(), job));
  }

  private void load(String what, Worker.Task<Opened> task) {
    worker.submit(what, false, task, this::show, this::returnToShown);
  }

  private Opened run(
      OpenModel model,
      Picture picture,
      String deviceId,
      int block,
      ChangeHistory history,
      Job job) {
    boolean ready = model != null && picture != null && !deviceId.isEmpty();
    BlockRun run =
        ready
            ? engine.run(new RunRequest(model, picture, deviceId, block, history.present()), job)
            : null;
    return new Opened(model, picture, deviceId, block, history, run);
  }

  private void show(Opened opened) {
    store.update(s -> s.with().message(Message.afterSuccess(s.message())).build());
    place(opened);
  }

  private void place(Opened opened) {
    store.update(
        s ->
            s.with()
                .block(opened.block())
                .channel(opened.model() == s.model() ? s.channel() : 0)
                .model(opened.model())
                .picture(opened.picture())
                .deviceId(opened.deviceId())
                .history(opened.history())
                .run(opened.run())
                .pointer(null)
                .build());
    survey();
  }

  /** Selects a block; its maps follow as soon as they are computed. */
  public void selectBlock(int block) {
    OpenModel model = store.state().model();
    if (model == null || block < 0 || block >= model.blocks().size()) {
      return;
    }
    store.update(s -> s.with().block(block).build());
    rerun();
  }

  /** Makes the network another one; its answer and maps follow as soon as they are computed. */
  public void change(UnaryOperator<ChangeHistory> edit) {
    ChangeHistory before = store.state().history();
    store.update(s -> s.with().history(edit.apply(s.history())).build());
    if (!store.state().history().present().equals(before.present())) {
      rerun();
    }
  }

  /** Runs again with the block and the changes that the state has when its turn comes. */
  private void rerun() {
    ViewerState now = store.state();
    if (now.model() == null || now.model().blocks().isEmpty()) {
      return;
    }
    worker.submit(
        Text.of("job.running", now.model().blocks().get(now.block()).block().name()),
        true,
        (state, job) ->
            run(
                    state.model(),
                    state.picture(),
                    state.deviceId(),
                    state.block(),
                    state.history(),
                    job)
                .run(),
        this::showRun,
        this::returnToShown);
  }

  /** Measures all blocks for the run that is shown, unless something else is to be done first. */
  private void survey() {
    surveyed = null;
    BlockRun run = store.state().run();
    if (run == null || !run.hasBlock() || !worker.isIdle()) {
      return;
    }
    worker.submit(
        Text.of("job.survey"),
        true,
        (state, job) ->
            engine.survey(
                new RunRequest(
                    run.model(), state.picture(), state.deviceId(), run.block(), run.changes()),
                job),
        found -> {
          surveyed = run;
          store.update(s -> s.with().survey(found).build());
        },
        () -> {});
  }

  private void showRun(BlockRun run) {
    if (run != null) {
      store.update(
          s ->
              s.with()
                  .run(run)
                  .block(run.block())
                  .channel(Math.max(0, Math.min(s.channel(), run.widestChannels() - 1)))
                  .pointer(null)
                  .build());
      if (surveyed == null
          || surveyed.model() != run.model()
          || !surveyed.changes().equals(run.changes())) {
        survey();
      }
    }
  }

  /** After a failure: the block and the changes of the run that is in view. */
  private void returnToShown() {
    store.update(
        s ->
            s.run() == null
                ? s
                : s.with()
                    .block(s.run().block())
                    .history(s.history().revertedTo(s.run().changes()))
                    .build());
  }

  public void cancel() {
    worker.cancel();
  }

  /** Waits for nothing: running work is cancelled, then the device is released. */
  @Override
  public void close() {
    worker.close(engine::close);
  }
}
