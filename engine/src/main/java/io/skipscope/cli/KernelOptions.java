package io.skipscope.cli;

import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.LaunchLimit;
import io.skipscope.plan.PlanOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which kernels run: {@code --family} and {@code --precision}. */
final class KernelOptions {
  @Mixin private PrecisionOption precision;

  @Option(
      names = "--family",
      paramLabel = "ref|cpu|gpu",
      description = "The kernel family to use where it has a kernel.")
  private KernelFamily family;

  @Option(
      names = "--launch-millis",
      paramLabel = "MS",
      converter = PositiveNumber.class,
      description =
          "The longest that a single launch may take before it is cut into several; else what the"
              + " system property skipscope.launchMillis says, else 50 on GPUs and any on others.")
  private Integer launchMillis;

  PlanOptions with(Passes.Options passes) {
    PlanOptions options = new PlanOptions(passes, family).withPrecision(precision.get());
    return launchMillis == null ? options : options.withLaunchLimit(new LaunchLimit(launchMillis));
  }
}
