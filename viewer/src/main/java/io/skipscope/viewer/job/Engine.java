package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.Prediction;
import io.skipscope.Session;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.RunResult;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the window asks of the engine. One thread; keeps the last session open. */
public final class Engine implements AutoCloseable {
  private static final int TOP = 5;

  private Session session;
  private String sessionDevice;

  /** Every device that answers, and every platform that does not with its reason. */
  public DeviceList devices() {
    return DeviceList.discover();
  }

  /**
   * @param source a path, a zoo name or the name of a bundled model
   * @throws io.skipscope.error.SkipscopeException if it cannot be opened
   */
  public OpenModel open(String source, Job job) {
    return OpenModels.of(source, Model.open(source, null, job));
  }

  /**
   * Runs the model with every step of one block tapped.
   *
   * @throws io.skipscope.error.SkipscopeException if the picture does not fit or the device fails
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public BlockRun run(RunRequest request, Job job) {
    OpenModel model = request.model();
    Tensor input = Preprocessor.toTensor(request.picture(), model.inputSpec());
    CardPlan plan = plan(model, request.block());
    TapSet taps = plan == null ? TapSet.NONE : TapSet.named(model.graph(), plan.taps());
    RunResult result = session(model.model(), request.deviceId(), job).run(input, taps, job);
    Map<String, TapFrame> frames = new LinkedHashMap<>();
    result.taps().forEach(frame -> frames.put(frame.name(), frame));
    return new BlockRun(
        model,
        request.block(),
        plan,
        frames,
        Preprocessor.toPicture(input, model.inputSpec(), request.picture().name()),
        Prediction.top(model.model(), result.output(), TOP),
        session.device().label(),
        result.report().totalNanos());
  }

  private static CardPlan plan(OpenModel model, int block) {
    return model.blocks().isEmpty()
        ? null
        : CardPlan.of(model.graph(), model.blocks().get(block).block());
  }

  private Session session(Model model, String deviceId, Job job) {
    if (session == null || session.model() != model || !deviceId.equals(sessionDevice)) {
      job.progress(Text.of("job.device", deviceId), 0, 0);
      close();
      session = Session.open(model, deviceId, PlanOptions.DEFAULT);
      sessionDevice = deviceId;
    }
    return session;
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
