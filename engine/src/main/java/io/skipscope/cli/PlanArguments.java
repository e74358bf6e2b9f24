package io.skipscope.cli;

import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a graph is compiled: {@code --no-fold}, {@code --no-fuse}, {@code --family}, and more. */
final class PlanArguments {
  @Mixin private PrecisionOption precision;

  @Option(names = "--no-fold", description = "Keep batch norms apart from convolutions.")
  private boolean noFold;

  @Option(names = "--no-fuse", description = "Keep sums and activations apart from convolutions.")
  private boolean noFuse;

  @Option(
      names = "--family",
      paramLabel = "ref|cpu|gpu",
      description = "The kernel family to use where it has a kernel.")
  private KernelFamily family;

  PlanOptions toPlanOptions() {
    return new PlanOptions(new Passes.Options(!noFold, !noFuse), family)
        .withPrecision(precision.get());
  }
}
