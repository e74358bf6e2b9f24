package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.DeviceException;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs a prepared graph on a device, with any inputs and taps; keeps the plans of the last few
 * combinations. Owns neither graph nor device. Belongs to one thread, which must also close it.
 */
public final class Runner implements AutoCloseable {
  private static final int KEPT_PLANS = 4;

  private final Device device;
  private final int keptPlans;
  private final Recovery recovery;
  private PreparedPlans plans;
  private Graph graph;
  private long frames;

  /**
   * A runner that lets failures out at once, for measurements and tests.
   *
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
    this(device, graph, Recovery.strict(device, options), keptPlans);
  }

  private Runner(Device device, Graph graph, Recovery recovery, int keptPlans) {
    this.device = device;
    this.graph = graph;
    this.recovery = recovery;
    this.keptPlans = keptPlans;
  }

  /**
   * A runner that fails only if the device does so whatever it is given: smaller batches where
   * memory is short, and the reference kernels. Reports say what was done so and why.
   *
   * @param graph has been through {@link io.skipscope.pass.Passes#prepare}
   */
  public static Runner recovering(Device device, Graph graph, PlanOptions options) {
    return new Runner(device, graph, Recovery.full(device, options), KEPT_PLANS);
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

  /** What did not go as asked since the start because the device failed, one line each. Any thread. */
  public List<String> recoveries() {
    return recovery.lines();
  }

  /**
   * One run.
   *
   * @param inputs float32 tensors by input name; batch and size may differ from run to run
   * @param factors numbers for the graph's factors where they are not the defaults
   * @throws InputException if an input is missing, has the wrong rank or channels, or holds NaN
   * @throws DeviceException if the device refuses
   * @throws io.skipscope.job.CancelledException between two launches
   */
  public RunResult run(
      Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, Job job) {
    requireInputs(inputs);
    return run(inputs, taps, factors, nextFrame(false, HostMemory.FRESH), job);
  }

  /** Like {@link #run}, a little slower; the report has the time of every launch. */
  public RunResult runTimed(
      Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, Job job) {
    requireInputs(inputs);
    return run(inputs, taps, factors, nextFrame(true, HostMemory.FRESH), job);
  }

  /** Like {@link #run} without taps; the inputs were computed, and are taken as they are. */
  public RunResult resume(Map<String, Tensor> inputs, Job job) {
    return resume(inputs, HostMemory.FRESH, job);
  }

  /** Likewise, with outputs in memory that the caller may use again. */
  public RunResult resume(Map<String, Tensor> inputs, HostMemory memory, Job job) {
    return run(inputs, TapSet.NONE, Map.of(), nextFrame(false, memory), job);
  }

  /**
   * What {@link #run} checks first.
   *
   * @throws InputException if an input is missing, has the wrong rank or channels, or holds NaN
   */
  public void requireInputs(Map<String, Tensor> inputs) {
    InputChecks.check(graph, inputs);
  }

  /**
   * The plan that {@link #run} follows for such inputs and taps, made ready if it is new; that of
   * its first part where the batch is run in parts.
   */
  public Plan plan(Map<String, Tensor> inputs, TapSet taps, Job job) {
    return recovering(
        inputs, taps, () -> executor(parts(inputs, taps).get(0), taps, job).plan());
  }

  private Executor.Frame nextFrame(boolean timed, HostMemory memory) {
    return new Executor.Frame(frames++, timed, memory);
  }

  private RunResult run(
      Map<String, Tensor> inputs,
      TapSet taps,
      Map<String, Float> factors,
      Executor.Frame frame,
      Job job) {
    RunResult result =
        recovering(
            inputs,
            taps,
            () -> {
              List<Map<String, Tensor>> parts = parts(inputs, taps);
              return parts.size() == 1
                  ? executor(inputs, taps, job).run(inputs, factors, frame, job)
                  : runParts(parts, taps, factors, frame, job);
            });
    return result.withFallbacks(recovery.lines());
  }

  private RunResult runParts(
      List<Map<String, Tensor>> parts,
      TapSet taps,
      Map<String, Float> factors,
      Executor.Frame frame,
      Job job) {
    Executor.Frame fresh = new Executor.Frame(frame.number(), frame.timed(), HostMemory.FRESH);
    List<RunResult> results = new ArrayList<>();
    for (Map<String, Tensor> part : parts) {
      results.add(executor(part, taps, job).run(part, factors, fresh, job));
    }
    RunResult joined = JoinedResult.of(results, frame.memory());
    results.forEach(RunResult::close);
    return joined;
  }

  private List<Map<String, Tensor>> parts(Map<String, Tensor> inputs, TapSet taps) {
    int largest = recovery.largestPart();
    int entries = largest == Integer.MAX_VALUE ? 1 : BatchParts.entries(graph, inputs, taps);
    return entries <= largest ? List.of(inputs) : BatchParts.cut(inputs, entries, largest);
  }

  /** Does the work, again and again in other ways for as long as one is left. */
  private <T> T recovering(Map<String, Tensor> inputs, TapSet taps, Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (DeviceException failure) {
        switch (recovery.after(failure, () -> BatchParts.entries(graph, inputs, taps))) {
          case START_ANEW -> Closing.after(failure, this::close);
          case GIVE_UP -> throw failure;
          case PLAN_ANEW -> {}
        }
      }
    }
  }

  private Executor executor(Map<String, Tensor> inputs, TapSet taps, Job job) {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    PlanKey key =
        new PlanKey(
            new PlanKey.GraphIdentity(graph),
            shapes,
            taps,
            List.of(device.info().id()),
            recovery.options());
    if (plans == null) {
      plans = new PreparedPlans(device, keptPlans);
    }
    return plans.get(key, recovery.unfit(), job);
  }

  /** Releases what it has on the device; a later run would begin anew. */
  @Override
  public void close() {
    if (plans != null) {
      PreparedPlans closed = plans;
      plans = null;
      closed.close();
    }
  }
}
