package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.Queue;
import io.skipscope.job.Job;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.Planner;
import io.skipscope.plan.UnfitPrograms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a runner has on a device: a queue, parameters, and the last few plans with their memory.
 * Belongs to the device's thread.
 */
final class PreparedPlans implements AutoCloseable {
  private final Device device;
  private final int kept;
  private final Queue queue;
  private final ParameterStore parameters;
  private final Map<PlanKey, Executor> executors = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param kept so many plans stay ready
   */
  PreparedPlans(Device device, int kept) {
    this.device = device;
    this.kept = kept;
    queue = device.openQueue();
    parameters = new ParameterStore(device, queue);
  }

  /** What runs the plan of a key, made ready if it is new. */
  Executor get(PlanKey key, UnfitPrograms unfit, Job job) {
    Executor ready = executors.get(key);
    if (ready != null) {
      return ready;
    }
    dropOldest();
    Plan plan = Planner.plan(key, device.info(), device.runsKernels(), unfit);
    Executor made = new Executor(plan, device, queue, parameters, job);
    executors.put(key, made);
    parameters.keepOnly(executors.values().stream().map(Executor::plan).toList());
    return made;
  }

  private void dropOldest() {
    while (executors.size() >= kept) {
      PlanKey oldest = executors.keySet().iterator().next();
      executors.remove(oldest).close();
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
    Closing.all(steps);
  }
}
