package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.Queue;
import io.skipscope.device.UnfitProgramException;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Planner;
import io.skipscope.plan.UnfitPrograms;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a prepared graph on a device, with any inputs and taps; keeps the plans of the last few
 * combinations. Owns neither graph nor device. Belongs to one thread, which must also close it.
 */
public final class Runner implements AutoCloseable {
  private static final int KEPT_PLANS = 4;

  private final Device device;
  private final PlanOptions options;
  private final int keptPlans;
  private final Queue queue;
  private final ParameterStore parameters;
  private final Map<PlanKey, Executor> executors = new LinkedHashMap<>(16, 0.75f, true);
  private final UnfitPrograms unfit = new UnfitPrograms();
  private Graph graph;
  private long frames;

  /**
   * @param graph has been through {@link io.skipscope.pass.Passes#prepare}
   */
  public Runner(Device device, Graph graph, PlanOptions options) {
    this(device, graph, options, KEPT_PLANS);
  }

  /**
   * Likewise.
   *
   * @param keptPlans so many combinations of inputs and taps stay ready, each with its memory
   */
  public Runner(Device device, Graph graph, PlanOptions options, int keptPlans) {
    this.device = device;
    this.graph = graph;
    this.options = options;
    this.keptPlans = keptPlans;
    queue = device.openQueue();
    parameters = new ParameterStore(device, queue);
  }

  public DeviceInfo device() {
    return device.info();
  }

  public Graph graph() {
    return graph;
  }

  /** Runs an edited graph from now on; unchanged parameters stay on the device. */
  public void replaceGraph(Graph edited) {
    graph = edited;
  }

  /**
   * One run.
   *
   * @param inputs float32 tensors by input name; batch and size may differ from run to run
   * @param factors numbers for the graph's factors where they are not the defaults
   * @throws InputException if an input is missing, has the wrong rank or channels, or holds NaN
   * @throws io.skipscope.error.DeviceException if the device refuses
   * @throws io.skipscope.job.CancelledException between two launches
   */
  public RunResult run(
      Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, Job job) {
    return run(inputs, taps, factors, false, job);
  }

  /** Like {@link #run}, a little slower; the report has the time of every launch. */
  public RunResult runTimed(
      Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, Job job) {
    return run(inputs, taps, factors, true, job);
  }

  /** Like {@link #run} without taps; the inputs were computed, and are taken as they are. */
  public RunResult resume(Map<String, Tensor> inputs, Job job) {
    return resume(inputs, HostMemory.FRESH, job);
  }

  /** Likewise, with outputs in memory that the caller may use again. */
  public RunResult resume(Map<String, Tensor> inputs, HostMemory memory, Job job) {
    Executor executor = executor(inputs, TapSet.NONE, job);
    return executor.run(inputs, Map.of(), new Executor.Frame(frames++, false, memory), job);
  }

  /**
   * What {@link #run} checks first.
   *
   * @throws InputException if an input is missing, has the wrong rank or channels, or holds NaN
   */
  public void requireInputs(Map<String, Tensor> inputs) {
    InputChecks.check(graph, inputs);
  }

  private RunResult run(
      Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, boolean timed, Job job) {
    requireInputs(inputs);
    return executor(inputs, taps, job)
        .run(inputs, factors, new Executor.Frame(frames++, timed, HostMemory.FRESH), job);
  }

  /** The plan that {@link #run} follows for such inputs and taps, made ready if it is new. */
  public Plan plan(Map<String, Tensor> inputs, TapSet taps, Job job) {
    return executor(inputs, taps, job).plan();
  }

  private Executor executor(Map<String, Tensor> inputs, TapSet taps, Job job) {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    PlanKey key =
        new PlanKey(
            new PlanKey.GraphIdentity(graph), shapes, taps, List.of(device.info().id()), options);
    Executor kept = executors.get(key);
    if (kept != null) {
      return kept;
    }
    dropOldest();
    Executor made = make(key, job);
    executors.put(key, made);
    parameters.keepOnly(executors.values().stream().map(Executor::plan).toList());
    return made;
  }

  /** Plans anew without programs that turn out not to run on the device. */
  private Executor make(PlanKey key, Job job) {
    while (true) {
      Plan plan = Planner.plan(key, device.info(), device.runsKernels(), unfit);
      try {
        return new Executor(plan, device, queue, parameters, job);
      } catch (UnfitProgramException e) {
        if (!unfit.add(e)) {
          throw e;
        }
      }
    }
  }

  private void dropOldest() {
    while (executors.size() >= keptPlans) {
      PlanKey oldest = executors.keySet().iterator().next();
      executors.remove(oldest).close();
    }
  }

  @Override
  public void close() {
    executors.values().forEach(Executor::close);
    executors.clear();
    parameters.close();
    queue.close();
  }
}
