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
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.function.Supplier;

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

  public Controller(StateStore store, Worker worker) {
    this.store = store;
    this.worker = worker;
  }

  /** A model and a picture, and the maps of a block if both are there. */
  private record Opened(
      OpenModel model, Picture picture, String deviceId, int block, BlockRun run) {}

  /**
   * Finds the devices, then opens what the window starts with.
   *
   * @param picture reads the first picture; gives null where there is none
   */
  public void start(String model, Supplier<Picture> picture) {
    worker.submit(
        Text.of("job.devices"),
        false,
        job -> engine.devices(),
        devices -> {
          showDevices(devices);
          openFirst(model, picture);
        },
        () -> {});
  }

  private void openFirst(String source, Supplier<Picture> picture) {
    String deviceId = store.state().deviceId();
    load(
        Text.of("job.opening", source),
        job -> runFirst(engine.open(source, job), picture.get(), deviceId, job));
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
    ViewerState state = store.state();
    load(
        Text.of("job.opening", source),
        job -> runFirst(engine.open(source, job), state.picture(), state.deviceId(), job));
  }

  public void openPicture(Path file) {
    openPicture(file.getFileName().toString(), () -> Pictures.read(file));
  }

  public void openBundledPicture(String name) {
    openPicture(name, () -> BundledPictures.open(name));
  }

  private void openPicture(String name, Supplier<Picture> read) {
    ViewerState state = store.state();
    load(
        Text.of("job.opening", name),
        job -> run(state.model(), read.get(), state.deviceId(), state.block(), job));
  }

  public void chooseDevice(String deviceId) {
    ViewerState state = store.state();
    if (!deviceId.equals(state.deviceId())) {
      load(
          Text.of("job.device", deviceId),
          job -> run(state.model(), state.picture(), deviceId, state.block(), job));
    }
  }

  private void load(String what, Worker.Task<Opened> task) {
    worker.submit(what, false, task, this::show, this::keepDevice);
  }

  private Opened runFirst(OpenModel model, Picture picture, String deviceId, Job job) {
    return run(model, picture, deviceId, model.firstShortcut(), job);
  }

  private Opened run(OpenModel model, Picture picture, String deviceId, int block, Job job) {
    boolean ready = model != null && picture != null && !deviceId.isEmpty();
    BlockRun run = ready ? engine.run(new RunRequest(model, picture, deviceId, block), job) : null;
    return new Opened(model, picture, deviceId, block, run);
  }

  private void show(Opened opened) {
    store.update(
        s ->
            s.with()
                .block(opened.block())
                .channel(opened.model() == s.model() ? s.channel() : 0)
                .model(opened.model())
                .picture(opened.picture())
                .deviceId(opened.deviceId())
                .run(opened.run())
                .pointer(null)
                .message(Message.afterSuccess(s.message()))
                .build());
  }

  /** Tells the device chooser once more which device is in use. */
  private void keepDevice() {
    String inUse = store.state().deviceId();
    store.update(s -> s.with().deviceId("").build());
    store.update(s -> s.with().deviceId(inUse).build());
  }

  /** Selects a block; its maps follow as soon as they are computed. */
  public void selectBlock(int block) {
    ViewerState state = store.state();
    if (state.model() == null || block < 0 || block >= state.model().blocks().size()) {
      return;
    }
    store.update(s -> s.with().block(block).build());
    if (state.picture() == null || state.deviceId().isEmpty()) {
      return;
    }
    RunRequest request = new RunRequest(state.model(), state.picture(), state.deviceId(), block);
    worker.submit(
        Text.of("job.running", state.model().blocks().get(block).block().name()),
        true,
        job -> engine.run(request, job),
        run -> showRun(request, run),
        this::returnToShownBlock);
  }

  private void showRun(RunRequest request, BlockRun run) {
    ViewerState state = store.state();
    if (state.model() == request.model() && state.picture() == request.picture()) {
      int channel = Math.min(state.channel(), run.widestChannels() - 1);
      store.update(s -> s.with().run(run).channel(Math.max(0, channel)).pointer(null).build());
    }
  }

  private void returnToShownBlock() {
    ViewerState state = store.state();
    if (state.run() != null && state.run().model() == state.model()) {
      store.update(s -> s.with().block(s.run().block()).build());
    }
  }

  public void cancel() {
    worker.cancel();
  }

  /** Waits for nothing: running work is cancelled, then the device is released. */
  @Override
  public void close() {
    worker.executeLast(engine::close);
  }
}
