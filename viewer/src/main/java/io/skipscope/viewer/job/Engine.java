package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.Prediction;
import io.skipscope.Session;
import io.skipscope.device.Device;
import io.skipscope.image.InputSpec;
import io.skipscope.image.Picture;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.Job;
import io.skipscope.lab.MeasuredField;
import io.skipscope.lab.ReceptiveBox;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.EarlyDevice;
import io.skipscope.run.RunResult;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.InputChoice;
import io.skipscope.viewer.state.InputPreset;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.state.Survey;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What the window asks of the engine. One thread, but for {@link #open}; keeps the last session.
 */
public final class Engine implements AutoCloseable {
  private static final int TOP = 5;

  private final EditedModels editedModels = new EditedModels();

  /** Whose maps still lie in memory that was lent; null for none. */
  private final AtomicReference<RunResult> lent = new AtomicReference<>();

  /** Those of this session's last run. */
  private LastMaps lastMaps = LastMaps.NONE;

  private EarlyDevice early;
  private Session session;
  private Model sessionModel;
  private String sessionDevice;
  private Baseline baseline;
  private Fed fed;
  private Planned planned;

  /** What the card of a block shows. */
  private record Planned(OpenModel model, int block, CardPlan plan) {}

  /** A picture as a model receives it: as numbers, and as a picture again. */
  private record Fed(
      OpenModel model, Picture picture, InputChoice choice, Tensor input, Picture seen) {}

  /** The answer of a model as opened. */
  private record Baseline(
      OpenModel model, Picture picture, String deviceId, List<Prediction> predictions) {
    boolean isOf(RunRequest request) {
      return model == request.model()
          && picture == request.picture()
          && deviceId.equals(request.deviceId());
    }
  }

  /**
   * Every device that answers, and every platform that does not with its reason. The preferred one
   * begins to get ready. Called once, before anything runs.
   *
   * @param source the model that will probably run there
   */
  public DeviceList devices(String source) {
    DeviceList found = DeviceList.discover();
    early = EarlyDevice.open(found.preferredId(), "view " + source);
    return found;
  }

  /**
   * Reads a model; any thread.
   *
   * @param source a path, a zoo name or the name of a bundled model
   * @throws io.skipscope.error.SkipscopeException if it cannot be opened
   */
  public OpenModel open(String source, Job job) {
    return OpenModels.of(source, Model.open(source, null, job));
  }

  /**
   * The model for pictures of the size that was chosen; itself if it has that.
   *
   * @throws io.skipscope.error.GraphException if the network takes one size only
   */
  public OpenModel sized(OpenModel model, InputChoice choice) {
    return OpenModels.sized(model, choice);
  }

  /**
   * Runs the model, changed as asked, with every step of one block tapped.
   *
   * @throws io.skipscope.error.SkipscopeException if the picture or a change does not fit, or the
   *     device fails
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public BlockRun run(RunRequest request, Job job) {
    return run(request, early -> {}, job);
  }

  /**
   * Likewise, handing over the maps before the answer is there.
   *
   * @param ahead gets the run without its answer, on another thread, while later layers still run;
   *     has returned when this does
   */
  public BlockRun run(RunRequest request, Consumer<BlockRun> ahead, Job job) {
    // While the last maps are lent, the run would have to do all layers again, in other memory.
    copyMaps();
    OpenModel model = request.model();
    CardPlan plan = plan(model, request.block());
    BlockRun begun = begun(request, plan);
    List<Prediction> unchanged = unchanged(request, job);
    TapSet taps = RequestTaps.of(request, plan);
    Session ready = session(request, request.changes(), taps, job);
    String deviceId = ready.device().id();
    EarlyMaps early =
        new EarlyMaps(frames -> ahead.accept(begun.withFrames(lastMaps.among(frames, deviceId))));
    RunResult result = ready.runChanged(begun.input(), taps, early, job);
    lent.set(result);
    List<Prediction> answer = answer(request, result);
    early.await();
    if (isAsOpened(request)) {
      baseline = new Baseline(model, request.picture(), request.deviceId(), answer);
      unchanged = answer;
    }
    lastMaps = lastMaps.then(result.taps(), ready.device().id());
    return begun
        .withFrames(lastMaps.frames())
        .answered(answer.subList(0, Math.min(TOP, answer.size())), unchanged)
        .ranOn(ready.device().label(), recoveries(ready), result.report().totalNanos());
  }

  /**
   * Copies the maps of the last run, so that the memory that they are in is free for the next one.
   * They can be read before as well; this can wait until they have been painted. Any thread.
   */
  public void copyMaps() {
    RunResult last = lent.getAndSet(null);
    if (last != null) {
      last.copyTaps();
    }
  }

  private static List<String> recoveries(Session session) {
    return session.recoveries().stream().map(EngineText::of).toList();
  }

  /** What is known of a run before it has begun. */
  private BlockRun begun(RunRequest request, CardPlan plan) {
    Fed fed = fed(request);
    return new BlockRun(
        request.model(),
        request.block(),
        plan,
        Map.of(),
        fed.input(),
        fed.seen(),
        List.of(),
        request.changes(),
        List.of(),
        "",
        List.of(),
        0);
  }

  /** Measures all blocks of the model, changed as asked. */
  public Survey survey(RunRequest request, Job job) {
    Tensor input = fed(request).input();
    Session ready = session(request, request.changes(), TapSet.NONE, job);
    return Surveyor.survey(ready, request.model(), input, job);
  }

  /**
   * Measures what a number of a run sees, on the network that gave it.
   *
   * @param request that gave the run
   * @param box what the number can see
   */
  public MeasuredField field(RunRequest request, PointedNumber number, ReceptiveBox box, Job job) {
    Session ready = session(request, request.changes(), TapSet.NONE, job);
    return FieldMeter.measure(ready, number, box, job);
  }

  /**
   * Watches the channels of the request's wanted value while the pictures of a strip run.
   *
   * @throws io.skipscope.error.SkipscopeException if one of the pictures cannot be read
   */
  public UnitFindings units(RunRequest request, FilmStrip strip, Job job) {
    TapSet tapped = RequestTaps.ofWanted(request);
    Session ready = session(request, request.changes(), tapped, job);
    return UnitWatcher.watch(ready, request, tapped, strip, job);
  }

  /** Prepares the picture once for as long as it and the model stay. */
  private Fed fed(RunRequest request) {
    OpenModel model = request.model();
    Picture picture = request.picture();
    InputChoice choice = request.changes().input();
    if (!isFed(model, picture, choice)) {
      InputSpec spec = choice.normalising(model.inputSpec());
      Tensor input = Preprocessor.toTensor(picture, spec);
      Picture seen = Preprocessor.toPicture(input, spec, picture.name());
      fed = new Fed(model, picture, choice, input, seen);
    }
    return fed;
  }

  private boolean isFed(OpenModel model, Picture picture, InputChoice choice) {
    return fed != null
        && fed.model() == model
        && fed.picture() == picture
        && fed.choice().equals(choice);
  }

  /**
   * What the model as opened answers, fed as it asks, but at the chosen size; run once for each
   * model, picture and device.
   */
  private List<Prediction> unchanged(RunRequest request, Job job) {
    if (isAsOpened(request)) {
      return List.of();
    }
    if (baseline == null || !baseline.isOf(request)) {
      Session ready = session(request, Changes.NONE, TapSet.NONE, job);
      Tensor input = Preprocessor.toTensor(request.picture(), request.model().inputSpec());
      RunResult result = ready.run(input, TapSet.NONE, job);
      baseline =
          new Baseline(
              request.model(), request.picture(), request.deviceId(), answer(request, result));
    }
    return baseline.predictions();
  }

  private static boolean isAsOpened(RunRequest request) {
    Changes changes = request.changes();
    return changes.leaveNetwork() && changes.input().preset() == InputPreset.AS_OPENED;
  }

  /** All classes, the most probable first. */
  private static List<Prediction> answer(RunRequest request, RunResult result) {
    return Prediction.top(request.model().model(), result.output(), Integer.MAX_VALUE);
  }

  /** Null for a model without blocks; the same one again for the same block. */
  private CardPlan plan(OpenModel model, int block) {
    if (model.blocks().isEmpty()) {
      return null;
    }
    if (planned == null || planned.model() != model || planned.block() != block) {
      CardPlan plan = CardPlan.of(model.graph(), model.blocks().get(block).block());
      planned = new Planned(model, block, plan);
    }
    return planned.plan();
  }

  /** The session of the request's model and device; a new one is made ready for the taps. */
  private Session session(RunRequest request, Changes changes, TapSet taps, Job job) {
    Model model = request.model().model();
    String deviceId = request.deviceId();
    if (session == null || sessionModel != model || !deviceId.equals(sessionDevice)) {
      job.progress(Text.of("job.device", deviceId), 0, 0);
      closeSession();
      TapSet first = changes.leaveNetwork() ? taps : TapSet.NONE;
      PlanOptions options = PlanOptions.DEFAULT.withRestarts();
      session = Session.open(model, () -> device(deviceId), options, first, job);
      sessionModel = model;
      sessionDevice = deviceId;
    }
    editedModels.prepare(session, model, changes);
    return session;
  }

  private Device device(String id) {
    EarlyDevice ready = early;
    early = null;
    if (ready != null) {
      Device opened = ready.take();
      if (opened.info().id().equals(id)) {
        return opened;
      }
      opened.close();
    }
    return DeviceCatalog.discover().open(id);
  }

  @Override
  public void close() {
    if (early != null) {
      early.close();
      early = null;
    }
    lent.set(null);
    closeSession();
  }

  private void closeSession() {
    lastMaps = LastMaps.NONE;
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
