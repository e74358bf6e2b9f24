package io.skipscope.plan;

import io.skipscope.device.KernelLaunch;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one device does.
 *
 * @param memory where computed values, inputs and scratch lie; stored values lie elsewhere
 * @param keptZero the scratch that must hold zeros before the first run, and does after each
 * @param taps where copies of tapped values lie that are shared with the host
 */
public record DevicePlan(
    String deviceId, List<Step> steps, MemoryPlan memory, Set<String> keptZero, TapLayout taps) {
  public DevicePlan {
    steps = List.copyOf(steps);
    keptZero = Set.copyOf(keptZero);
  }

  /** The launches of kernels, in the order of their steps. */
  public Stream<KernelLaunch> kernelLaunches() {
    return steps.stream()
        .filter(Step.Run.class::isInstance)
        .map(step -> ((Step.Run) step).launch())
        .filter(KernelLaunch.class::isInstance)
        .map(KernelLaunch.class::cast);
  }
}
