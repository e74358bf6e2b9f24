package io.skipscope.viewer.app;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.image.Picture;
import io.skipscope.image.TestChart;
import io.skipscope.job.Job;
import io.skipscope.viewer.job.Charts;
import io.skipscope.viewer.job.DeviceList;
import io.skipscope.viewer.job.Engine;
import io.skipscope.viewer.job.PictureSource;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.keep.SavedView;
import io.skipscope.viewer.keep.ViewFile;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ChangeHistory;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.state.Recent;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
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
  private final Measurements measurements;
  private final Comparisons comparisons;
  private volatile Consumer<ViewerState> preparer = state -> {};

  public Controller(StateStore store, Worker worker) {
    this.store = store;
    this.worker = worker;
    measurements = new Measurements(store, worker, engine);
    comparisons = new Comparisons(store, worker);
  }

  /**
   * Finds the devices, and opens and runs what the window starts with: a picture and a model, each
   * of which is shown even if the other cannot be opened. All of it goes on while the event thread
   * makes the window; the model is shown before it runs, since kernels that are built for the first
   * time take some seconds.
   *
   * @param picture a path; null for the first of the bundled pictures
   */
  public void start(String source, Path picture) {
    CompletableFuture<OpenModel> model =
        CompletableFuture.supplyAsync(() -> engine.open(source, Job.unwatched()));
    CompletableFuture<OpenPicture> first =
        CompletableFuture.supplyAsync(
            () -> picture == null ? PictureSource.first() : PictureSource.open(absolute(picture)));
    worker.submit(
        Text.of("job.opening", source),
        false,
        (state, job) -> firstRun(source, model, first, state, job),
        this::place,
        this::returnToShown);
    // Says what is wrong with the picture; a measurement has waited for that.
    worker.submit(
        Text.of("job.picture"),
        false,
        (state, job) -> result(first),
        shown -> measurements.surveyOncePainted(),
        this::returnToShown);
  }

  /** In one task: between two, the worker would wait until the event thread has made the window. */
  private Opened firstRun(
      String source,
      CompletableFuture<OpenModel> model,
      CompletableFuture<OpenPicture> picture,
      ViewerState state,
      Job job) {
    job.progress(Text.of("job.devices"), 0, 0);
    DeviceList devices = engine.devices(source);
    worker.showAhead(() -> showDevices(devices));
    job.progress(Text.of("job.picture"), 0, 0);
    OpenPicture first = picture.exceptionally(failure -> null).join();
    Wanted fed = Wanted.of(state).withDevice(devices.preferredId()).withPicture(first);
    worker.showAhead(() -> place(new Opened(fed, null, null)));
    job.progress(Text.of("job.opening", source), 0, 0);
    Wanted wanted = fed.opening(result(model));
    CompletableFuture<Void> windowMade =
        worker.showAhead(() -> place(new Opened(wanted, null, null)));
    Opened opened = computed(wanted, state.maps(), job);
    // Before, there is no place that the maps could be prepared for.
    windowMade.join();
    return prepared(opened);
  }

  private static <T> T result(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void showDevices(DeviceList devices) {
    store.update(
        s ->
            s.with()
                .devices(devices.choices())
                .deviceId(devices.preferredId())
                .message(devices.notice() == null ? s.message() : devices.notice())
                .build());
  }

  /**
   * Opens a model by path, zoo name or bundled name, and shows its first block that has a shortcut.
   */
  public void openModel(String source) {
    load(
        Text.of("job.opening", source),
        (state, job) -> run(Wanted.of(state).opening(engine.open(source, job)), state.maps(), job),
        recent -> recent.withModel(source));
  }

  public void openPicture(Path file) {
    String source = absolute(file);
    openPicture(file.getFileName().toString(), source, recent -> recent.withPicture(source));
  }

  public void openBundledPicture(String name) {
    openPicture(name, name, recent -> recent);
  }

  void openChart(TestChart chart) {
    openPicture(Text.of(chart), Charts.source(chart), recent -> recent);
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }

  /** Shows a picture that no file holds. */
  void openPicture(Picture picture) {
    openPicture(picture.name(), () -> new OpenPicture("", picture), recent -> recent);
  }

  private void openPicture(String name, String source, UnaryOperator<Recent> remember) {
    openPicture(name, () -> PictureSource.open(source), remember);
  }

  private void openPicture(
      String name, Supplier<OpenPicture> picture, UnaryOperator<Recent> remember) {
    load(
        Text.of("job.opening", name),
        (state, job) -> run(Wanted.of(state).withPicture(picture.get()), state.maps(), job),
        remember);
  }

  /**
   * Shows the picture that a supplier gives when its turn comes, on the worker's thread; null
   * leaves everything as it is.
   *
   * @param onDone runs once it is shown, or was null
   * @param onFailure runs if it could not be opened or run, or was cancelled
   */
  void showNext(String name, Supplier<OpenPicture> picture, Runnable onDone, Runnable onFailure) {
    worker.submit(
        Text.of("job.opening", name),
        false,
        (state, job) -> {
          OpenPicture next = picture.get();
          return next == null ? null : run(Wanted.of(state).withPicture(next), state.maps(), job);
        },
        opened -> {
          if (opened == null) {
            // Its turn has given up a measurement that was under way.
            measurements.surveyOncePainted();
          } else {
            place(opened);
          }
          onDone.run();
        },
        () -> {
          returnToShown();
          onFailure.run();
        });
  }

  /** Runs on another device from now on; the one before stays in use until that has worked. */
  public void chooseDevice(String deviceId) {
    load(
        Text.of("job.device", deviceId),
        (state, job) -> run(Wanted.of(state).withDevice(deviceId), state.maps(), job));
  }

  private void load(String what, Worker.Task<Opened> task) {
    load(what, task, recent -> recent);
  }

  private void load(String what, Worker.Task<Opened> task, UnaryOperator<Recent> remember) {
    worker.submit(
        what,
        false,
        (state, job) -> {
          Opened opened = task.run(state, job);
          worker.showAhead(
              () -> store.update(s -> s.with().recent(remember.apply(s.recent())).build()));
          worker.showAhead(() -> store.update(opened::announcedIn));
          return opened;
        },
        this::show,
        this::returnToShown);
  }

  private Opened run(Wanted wanted, MapsChoice maps, Job job) {
    return prepared(computed(wanted, maps, job));
  }

  private Opened computed(Wanted wanted, MapsChoice maps, Job job) {
    if (!wanted.isReady()) {
      return new Opened(wanted, null, null);
    }
    Wanted sized =
        wanted.withModel(engine.sized(wanted.model(), wanted.history().present().input()));
    BlockRun run =
        engine.run(sized.request(maps), early -> prepareEarly(new Opened(sized, early, null)), job);
    return new Opened(sized, run, comparisons.pair(run, maps, job));
  }

  private Opened prepared(Opened opened) {
    preparer.accept(opened.placedIn(store.state()));
    return opened;
  }

  /** What is shown beside a kept run is not known before the run has ended. */
  private void prepareEarly(Opened opened) {
    ViewerState state = store.state();
    if (state.comparison() == null) {
      preparer.accept(opened.placedIn(state));
    }
  }

  /**
   * Has each run prepared for painting before the event thread shows it: its maps as soon as they
   * are there, and once more all of it on the worker's thread, where what is the same is kept.
   */
  void prepareWith(Consumer<ViewerState> ahead) {
    preparer = ahead;
  }

  private void show(Opened opened) {
    store.update(s -> s.with().message(Message.afterSuccess(s.message())).build());
    place(opened);
  }

  private void place(Opened opened) {
    store.update(opened::placedIn);
    measurements.surveyOncePainted();
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

  /** Changes what the maps pane shows; a value that the run does not have follows. */
  public void showMaps(UnaryOperator<MapsChoice> edit) {
    store.update(s -> s.with().maps(edit.apply(s.maps())).build());
    if (store.state().lacksMaps()) {
      rerun();
    }
  }

  /** Runs again with the block and the changes that the state has when its turn comes. */
  private void rerun() {
    ViewerState now = store.state();
    if (now.model() == null) {
      return;
    }
    String what = now.selectedBlock().map(ResidualBlock::name).orElse(now.model().name());
    worker.submit(
        Text.of("job.running", what),
        true,
        (state, job) -> run(Wanted.of(state), state.maps(), job),
        this::showRun,
        this::returnToShown);
  }

  private void showRun(Opened opened) {
    if (opened.run() != null) {
      store.update(opened::rerunIn);
      measurements.followOncePainted(opened.run());
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

  /** What keeps parts of the window. */
  Keeper keeper() {
    return new Keeper(store, this);
  }

  /** Writes what the window shows, so that {@link #openView} shows it again. */
  public void saveView(Path file) {
    keeper().saveView(file);
  }

  /** Does something off the event thread, then something with its result. */
  <T> void work(String what, Worker.Task<T> task, Consumer<T> onDone) {
    worker.submit(what, false, task, onDone, () -> {});
  }

  /** Opens the model and the picture of a saved view, and shows them as they were. */
  public void openView(Path file) {
    worker.submit(
        Text.of("job.opening", file.getFileName()),
        false,
        (state, job) -> {
          SavedView view = ViewFile.read(file);
          Opened opened = opened(view, state, job);
          return new Reopened(view, opened, comparisons.reopened(view, opened, job));
        },
        reopened -> {
          show(reopened.opened());
          store.update(reopened.view()::applyTo);
          comparisons.show(reopened.view(), reopened.comparison());
        },
        this::returnToShown);
  }

  private record Reopened(SavedView view, Opened opened, Comparison comparison) {}

  private Opened opened(SavedView view, ViewerState state, Job job) {
    OpenModel model = engine.open(view.model(), job);
    OpenPicture picture = PictureSource.open(view.picture());
    return run(Wanted.reopening(view, model, picture, state), view.maps(), job);
  }

  /** Measures what the number that was pointed at sees, or hides that again. */
  public void measureField() {
    measurements.field();
  }

  /** What watches channels over many pictures. */
  UnitSurveys unitSurveys() {
    return new UnitSurveys(store, worker, this);
  }

  /** What compares runs. */
  Comparisons comparisons() {
    return comparisons;
  }

  public void cancel() {
    worker.cancel();
  }

  /** Waits for nothing: running work is cancelled, then the device is released. */
  @Override
  public void close() {
    worker.close(
        () -> {
          comparisons.close();
          engine.close();
        });
  }
}
