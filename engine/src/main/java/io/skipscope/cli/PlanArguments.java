package io.skipscope.cli;

import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a graph is compiled: {@code --no-fold}, {@code --no-fuse}, {@code --family}, and more. */
final class PlanArguments {
  @Mixin private KernelOptions kernels;

  @Option(names = "--no-fold", description = "Keep batch norms apart from convolutions.")
  private boolean noFold;

  @Option(names = "--no-fuse", description = "Keep sums and activations apart from convolutions.")
  private boolean noFuse;

  PlanOptions toPlanOptions() {
    return kernels.with(new Passes.Options(!noFold, !noFuse));
  }
}
