package io.skipscope.measure;

import io.skipscope.device.KernelLaunch;
import io.skipscope.plan.DevicePlan;
import io.skipscope.plan.Plan;
import java.util.stream.Stream;

/** The kernels that a plan needs. */
final class PlannedKernels {
  private PlannedKernels() {}

  static Stream<KernelLaunch> launches(Plan plan) {
    return plan.devices().stream().flatMap(DevicePlan::kernelLaunches);
  }

  /** Distinct combinations of kernel, build options and preferred local size. */
  static long compiledCount(Plan plan) {
    return launches(plan).map(KernelLaunch::compiled).distinct().count();
  }
}
