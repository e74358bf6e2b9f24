package io.skipscope.measure;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.plan.Plan;
import io.skipscope.plan.Step;
import java.util.stream.Stream;

/** The kernels that a plan needs. */
final class PlannedKernels {
  /** What a driver compiles; some compile a kernel anew for each local size. */
  private record Compiled(KernelSpec kernel, NdRange.WorkGroup local) {}

  private PlannedKernels() {}

  static Stream<KernelLaunch> launches(Plan plan) {
    return plan.devices().stream()
        .flatMap(part -> part.steps().stream())
        .filter(Step.Run.class::isInstance)
        .map(step -> ((Step.Run) step).launch())
        .filter(KernelLaunch.class::isInstance)
        .map(KernelLaunch.class::cast);
  }

  /** Distinct combinations of kernel, build options and preferred local size. */
  static long compiledCount(Plan plan) {
    return launches(plan)
        .map(launch -> new Compiled(launch.kernel(), launch.range().local()))
        .distinct()
        .count();
  }
}
