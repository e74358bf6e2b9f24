package io.skipscope.cli;

import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
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

  PlanOptions with(Passes.Options passes) {
    return new PlanOptions(passes, family).withPrecision(precision.get());
  }
}
