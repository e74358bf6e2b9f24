package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.DeviceException;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs a prepared graph on a device, with any inputs and taps; keeps the plans of the last few
 * combinations. Owns neither graph nor device. Belongs to one thread, which must also close it.
 */
public final class Runner implements AutoCloseable {
  /** Two forms of a network, as it was and changed, each with three sets of taps. */
  private static final int KEPT_PLANS = 6;

  private final Device device;
  private final int keptPlans;
  private final Recovery recovery;
  private PreparedPlans plans;
  private Graph graph;
  private long frames;

  /**
   * A runner that lets failures out at once, for those who have a better answer than {@link
   * #recovering}.
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

  /**
   * What did not go as asked since the start because the device failed, one line each. Any thread.
   */
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
    return run(inputs, taps, factors, TapListener.NONE, job);
  }

  /**
   * Likewise.
   *
   * @param listener told of the taps as soon as they are there, unless the batch is run in parts;
   *     once more where the device failed after that and the run was done in another way
   */
  public RunResult run(
      Map<String, Tensor> inputs,
      TapSet taps,
      Map<String, Float> factors,
      TapListener listener,
      Job job) {
    requireInputs(inputs);
    Executor.Frame frame = nextFrame(false, HostMemory.FRESH);
    return run(new RunRequest(inputs, taps, factors, frame, listener), job);
  }

  /**
   * Like {@link #run(Map, TapSet, Map, TapListener, Job)}, but where the plan is {@linkplain
   * PlanOptions#restartable restartable} and was run so with the same inputs just before, it begins
   * at the sum of a tapped block at or before the first factor that has changed. Taps that are not
   * computed again have the frame number of the run that has computed them.
   */
  public RunResult runChanged(
      Map<String, Tensor> inputs,
      TapSet taps,
      Map<String, Float> factors,
      TapListener listener,
      Job job) {
    requireInputs(inputs);
    Executor.Frame frame = nextFrame(false, HostMemory.FRESH);
    return run(new RunRequest(inputs, taps, factors, frame, listener, true), job);
  }

  /** Like {@link #run}, a little slower; the report has the time of every launch. */
  public RunResult runTimed(
      Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, Job job) {
    requireInputs(inputs);
    Executor.Frame frame = nextFrame(true, HostMemory.FRESH);
    return run(new RunRequest(inputs, taps, factors, frame, TapListener.NONE), job);
  }

  /** Like {@link #run} without taps; the inputs were computed, and are taken as they are. */
  public RunResult resume(Map<String, Tensor> inputs, Job job) {
    return resume(inputs, HostMemory.FRESH, job);
  }

  /** Likewise, with outputs in memory that the caller may use again. */
  public RunResult resume(Map<String, Tensor> inputs, HostMemory memory, Job job) {
    return run(untapped(inputs, memory), job);
  }

  /**
   * Begins a run without taps, and does not wait for it where the device can go on alone. Several
   * may be under way; they end in their order.
   *
   * @param inputs are taken as they are, and stay so until the run has ended; {@link
   *     #requireInputs} checks those from outside
   * @param memory where outputs go, for each run that is under way another
   * @throws DeviceException if the device refuses
   * @throws io.skipscope.job.CancelledException between two launches
   */
  public PendingRun begin(Map<String, Tensor> inputs, HostMemory memory, Job job) {
    RunRequest request = untapped(inputs, memory);
    PendingRun pending = new PendingRun(this, request, job);
    recovering(
        request,
        () -> {
          pending.begin(plans());
          return pending;
        });
    return pending;
  }

  RunResult await(PendingRun pending) {
    return recovering(
            pending.request(),
            () -> {
              pending.begin(plans());
              return pending.result();
            })
        .withFallbacks(recovery.lines());
  }

  /** A batch that is run in parts has ended at once. */
  BegunRun beginParts(RunRequest request, PreparedPlans plans, Job job) {
    return parts(request).size() == 1
        ? plans.begin(key(request), recovery.unfit(), request, job)
        : BegunRun.ended(runParts(request, job));
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
    Executor.Frame frame = new Executor.Frame(frames, false, HostMemory.FRESH);
    RunRequest request = new RunRequest(inputs, taps, Map.of(), frame, TapListener.NONE);
    return recovering(
        request, () -> plans().plan(key(parts(request).get(0)), recovery.unfit(), job));
  }

  private RunRequest untapped(Map<String, Tensor> inputs, HostMemory memory) {
    Executor.Frame frame = nextFrame(false, memory);
    return new RunRequest(inputs, TapSet.NONE, Map.of(), frame, TapListener.NONE);
  }

  private Executor.Frame nextFrame(boolean timed, HostMemory memory) {
    return new Executor.Frame(frames++, timed, memory);
  }

  private RunResult run(RunRequest request, Job job) {
    return recovering(request, () -> runParts(request, job)).withFallbacks(recovery.lines());
  }

  private RunResult runParts(RunRequest request, Job job) {
    List<RunRequest> parts = parts(request);
    if (parts.size() == 1) {
      return plans().run(key(request), recovery.unfit(), request, job);
    }
    List<RunResult> results = new ArrayList<>();
    for (RunRequest part : parts) {
      results.add(plans().run(key(part), recovery.unfit(), part, job));
    }
    RunResult joined = JoinedResult.of(results, request.frame().memory());
    results.forEach(RunResult::close);
    return joined;
  }

  private List<RunRequest> parts(RunRequest request) {
    int largest = recovery.largestPart();
    int entries = largest == Integer.MAX_VALUE ? 1 : entries(request);
    if (entries <= largest) {
      return List.of(request);
    }
    RunRequest fresh = request.withFrame(request.frame().withFreshMemory());
    return BatchParts.cut(request.inputs(), entries, largest).stream()
        .map(fresh::withPart)
        .toList();
  }

  private int entries(RunRequest request) {
    return BatchParts.entries(graph, request);
  }

  /** Does the work, again and again in other ways for as long as one is left. */
  private <T> T recovering(RunRequest request, Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (DeviceException failure) {
        switch (recovery.after(failure, () -> entries(request))) {
          case START_ANEW -> Closing.after(failure, this::close);
          case GIVE_UP -> throw failure;
          case PLAN_ANEW -> {}
        }
      }
    }
  }

  private PlanKey key(RunRequest request) {
    return new PlanKey(
        new PlanKey.GraphIdentity(graph),
        request.shapes(),
        request.taps(),
        List.of(device.info().id()),
        recovery.options());
  }

  private PreparedPlans plans() {
    if (plans == null) {
      plans = new PreparedPlans(device, recovery.options().launchLimit(), keptPlans);
    }
    return plans;
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
