package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.TunedKernels;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Whole runs of a network with and without tuned kernels, in turn.
 *
 * @param untunedMillis median
 * @param tunedMillis median
 * @param untunedKernels that the network needs compiled
 * @param tunedKernels likewise
 */
public record TuningGain(
    double untunedMillis, double tunedMillis, long untunedKernels, long tunedKernels) {
  private static final int RUNS = 30;

  /**
   * @param graph prepared, with one input of rank 4
   * @param device used by this thread alone until the end
   * @throws io.skipscope.error.SkipscopeException if the device refuses
   */
  public static TuningGain measure(Graph graph, Device device, TunedKernels tuned, Job job) {
    Map<String, Tensor> inputs = Map.of(graph.inputs().get(0), Noise.of(graph, 1));
    PlanOptions options = PlanOptions.DEFAULT;
    try (Runner rules = new Runner(device, graph, options);
        Runner picks = new Runner(device, graph, options.withTuned(tuned))) {
      List<Runner> runners = List.of(rules, picks);
      List<Plan> plans = runners.stream().map(r -> r.plan(inputs, TapSet.NONE, job)).toList();
      List<Runnable> engines =
          runners.stream().<Runnable>map(r -> () -> run(r, inputs, job)).toList();
      Turns.warmUp(engines, job);
      List<Latencies> times = Turns.time(engines, RUNS, job);
      return new TuningGain(
          times.get(0).medianMillis(),
          times.get(1).medianMillis(),
          PlannedKernels.compiledCount(plans.get(0)),
          PlannedKernels.compiledCount(plans.get(1)));
    }
  }

  private static void run(Runner runner, Map<String, Tensor> inputs, Job job) {
    runner.run(inputs, TapSet.NONE, Map.of(), job);
  }

  /** How many times as fast tuned kernels are. */
  public double ratio() {
    return untunedMillis / tunedMillis;
  }
}
