package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.PlanKind;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.SpreadChoice;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import java.util.List;

/** Runs a stream of one picture on several devices at once, with all that it opens of its own. */
public final class Spreader {
  private static final System.Logger LOG = System.getLogger(Spreader.class.getName());

  private static final double STREAM_MILLIS = 1500;
  private static final int LEAST_FRAMES = 8;
  private static final int MOST_FRAMES = 32;

  private Spreader() {}

  /**
   * Measures the devices where that is not known from before, plans, warms up and runs the stream.
   *
   * @param request the network, changed as asked, and the picture; its device does not matter
   * @throws io.skipscope.error.SkipscopeException if the devices allow no such plan, or the picture
   *     does not fit
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public static Spread run(RunRequest request, SpreadChoice choice, Job job) {
    Model model = EditedModels.alone(request.model().model(), request.changes());
    Tensor input =
        Preprocessor.toTensor(
            request.picture(), request.changes().input().normalising(request.model().inputSpec()));
    job.progress(Text.of("job.spread"), 0, 0);
    try (ScheduledRunner runner =
        ScheduledRunner.usual(
            model.graph(),
            PlanOptions.DEFAULT,
            DeviceCatalog.discover(),
            problem -> LOG.log(System.Logger.Level.WARNING, problem))) {
      runner.open(choice.deviceIds(), input, job);
      return stream(runner, request, choice, input, job);
    }
  }

  private static Spread stream(
      ScheduledRunner runner, RunRequest request, SpreadChoice choice, Tensor input, Job job) {
    int frames = frames(runner, choice);
    // At first Java compiles what each frame needs, which takes cores from the devices.
    runner.run(frames, choice.goal(), plan(runner, choice), frame -> input, job);
    runner.measureAgain(input, job);
    StreamResult result =
        runner.run(frames, choice.goal(), plan(runner, choice), frame -> input, job);
    List<String> setAside = runner.lost().stream().map(lost -> EngineText.of(lost)).toList();
    return SpreadReader.read(request.model(), choice, runner.chain(), result, setAside);
  }

  /** The devices that are left after one has failed may not allow the plan that was wanted. */
  private static PlanKind plan(ScheduledRunner runner, SpreadChoice choice) {
    return runner.lost().isEmpty() ? choice.plan() : null;
  }

  private static int frames(ScheduledRunner runner, SpreadChoice choice) {
    double millis =
        runner.schedule(MOST_FRAMES, choice.goal(), plan(runner, choice)).predictedMillis();
    return (int) Math.max(LEAST_FRAMES, Math.min(MOST_FRAMES, STREAM_MILLIS / millis));
  }
}
