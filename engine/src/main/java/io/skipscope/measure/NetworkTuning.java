package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.KernelChoice;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Planner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tune.CandidateTimer;
import io.skipscope.tune.Tuner;
import io.skipscope.tune.TuningResult;
import java.util.List;
import java.util.Map;

/**
 * Tunes the kernels of a network and measures what that brings.
 *
 * @param result what was found node by node
 * @param gain of whole runs
 */
public record NetworkTuning(TuningResult result, TuningGain gain) {
  private static final int LEAST_ROUNDS = 7;

  /** For all candidates of a shape class together. */
  private static final long ENOUGH_NANOS = 300_000_000;

  /**
   * @param graph prepared, with one input of rank 4
   * @param device runs kernels; used by this thread alone until the end
   * @throws io.skipscope.error.DeviceException if the device fails altogether
   * @throws io.skipscope.job.CancelledException between two candidates or runs
   */
  public static NetworkTuning run(Graph graph, Device device, Tuner.Settings settings, Job job) {
    TuningResult result =
        Tuner.tune(
            device,
            compiled(graph, device),
            new KernelChoice(device.info(), null),
            settings,
            CandidateTimer.interleaved(LEAST_ROUNDS, ENOUGH_NANOS),
            job);
    return new NetworkTuning(result, TuningGain.measure(graph, device, result.picks(), job));
  }

  /** The graph as a plan without taps runs it. */
  private static Graph compiled(Graph graph, Device device) {
    String input = graph.inputs().get(0);
    Map<String, Shape> inputs = Map.of(input, graph.shape(input));
    PlanKey key =
        new PlanKey(
            new PlanKey.GraphIdentity(graph),
            inputs,
            TapSet.NONE,
            List.of(device.info().id()),
            PlanOptions.DEFAULT);
    return Planner.plan(key, device.info(), true).graph();
  }

  /** Whether whole runs became faster too; nodes that run alone can mislead. */
  public boolean isGain() {
    return gain.ratio() > 1;
  }
}
