package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.Queue;
import io.skipscope.job.Job;
import io.skipscope.plan.LaunchLimit;
import io.skipscope.plan.LaunchPieces;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.Planner;
import io.skipscope.plan.UnfitPrograms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a runner has on a device: a queue, parameters, and the last few plans with their memory.
 * Belongs to the device's thread.
 */
final class PreparedPlans implements AutoCloseable {
  private final Device device;
  private final int kept;
  private final LaunchPieces pieces;
  private final Queue queue;
  private final ParameterStore parameters;
  private final Set<Executor> untimed = new HashSet<>();
  private final Map<PlanKey, Executor> executors = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param limit how long a launch may take
   * @param kept so many plans stay ready
   */
  PreparedPlans(Device device, LaunchLimit limit, int kept) {
    this.device = device;
    this.kept = kept;
    pieces = new LaunchPieces(limit, device.info());
    queue = device.openQueue();
    parameters = new ParameterStore(device, queue);
  }

  /** The plan of a key, made ready if it is new. */
  Plan plan(PlanKey key, UnfitPrograms unfit, Job job) {
    return get(key, unfit, job).plan();
  }

  /**
   * One run. Where launches have a time limit, a plan's first run is timed; if one took too long,
   * the next run follows a new plan.
   *
   * @param key what the request is planned as
   */
  RunResult run(PlanKey key, UnfitPrograms unfit, RunRequest request, Job job) {
    Executor executor = get(key, unfit, job);
    if (!pieces.isLimited() || !untimed.remove(executor)) {
      return executor.run(request, job);
    }
    RunResult result = executor.run(request.withFrame(request.frame().timedToo()), job);
    List<Long> nanos = result.report().nodes().stream().map(NodeTime::nanos).toList();
    if (pieces.learn(executor.kernelLaunches(), nanos)) {
      executors.remove(key).close();
    }
    boolean timed = request.frame().timed();
    return timed ? result : result.withReport(result.report().withoutTimes());
  }

  /** Begins a run without taps; one whose launches are still to be timed has ended at once. */
  BegunRun begin(PlanKey key, UnfitPrograms unfit, RunRequest request, Job job) {
    Executor executor = get(key, unfit, job);
    return pieces.isLimited() && untimed.contains(executor)
        ? BegunRun.ended(run(key, unfit, request, job))
        : executor.begin(request, job);
  }

  /** What runs the plan of a key, made ready if it is new. */
  private Executor get(PlanKey key, UnfitPrograms unfit, Job job) {
    Executor ready = executors.get(key);
    if (ready != null) {
      return ready;
    }
    dropOldest();
    Plan plan = Planner.plan(key, device.info(), device.runsKernels(), unfit, pieces);
    Executor made = new Executor(plan, device, queue, parameters, job);
    executors.put(key, made);
    untimed.add(made);
    parameters.keepOnly(executors.values().stream().map(Executor::plan).toList());
    return made;
  }

  private void dropOldest() {
    while (executors.size() >= kept) {
      PlanKey oldest = executors.keySet().iterator().next();
      Executor dropped = executors.remove(oldest);
      untimed.remove(dropped);
      dropped.close();
    }
  }

  /** Closes everything, whatever of it refuses. */
  @Override
  public void close() {
    List<Runnable> steps = new ArrayList<>();
    executors.values().forEach(executor -> steps.add(executor::close));
    steps.add(parameters::close);
    steps.add(queue::close);
    executors.clear();
    untimed.clear();
    Closing.all(steps);
  }
}
