package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.multi.ChromeTrace;
import io.skipscope.run.multi.CostStore;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Spreads a network over devices, and compares the prediction with a measured stream of noise. */
public final class ScheduleBench {
  /**
   * What is measured.
   *
   * @param plan the plan to follow; null for the best
   * @param frames how many pass through
   * @param trace where a Chrome trace goes, or null
   */
  public record Settings(Goal goal, PlanKind plan, int frames, Path trace) {}

  /**
   * The devices.
   *
   * @param ids each once
   * @param opener opens one by its id; {@code java} has to be one
   * @param options what the graph is compiled with on a device
   * @param lost told one line for each device that fails
   */
  public record Devices(
      List<String> ids,
      Function<String, Device> opener,
      Function<DeviceInfo, PlanOptions> options,
      Consumer<String> lost) {}

  private ScheduleBench() {}

  /**
   * @param graph prepared, with a first input of rank 4
   * @param costs what is known of devices already; gets what is measured
   * @throws io.skipscope.error.InputException if the devices allow no such plan, or the trace
   *     cannot be written
   */
  public static ScheduleReport run(
      String model, Graph graph, Devices devices, Settings settings, CostStore costs, Job job) {
    Tensor noise = Noise.of(graph, graph.shape(graph.inputs().get(0)).batch());
    try (ScheduledRunner runner =
        new ScheduledRunner(graph, devices.opener(), devices.options(), costs)) {
      runner.open(devices.ids(), noise, job);
      int told = tell(runner, 0, devices.lost());
      List<Schedule> candidates = runner.scheduler().candidates(settings.goal(), settings.frames());
      StreamResult result =
          runner.run(settings.frames(), settings.goal(), settings.plan(), frame -> noise, job);
      tell(runner, told, devices.lost());
      if (settings.trace() != null) {
        ChromeTrace.write(settings.trace(), result.spans());
      }
      return ScheduleReport.of(model, runner.chain(), candidates, result);
    }
  }

  private static int tell(ScheduledRunner runner, int told, Consumer<String> lost) {
    runner.lost().stream()
        .skip(told)
        .forEach(device -> lost.accept("set aside: " + device.getMessage()));
    return runner.lost().size();
  }
}
