package io.skipscope.plan;

import io.skipscope.op.KernelFamily;
import io.skipscope.op.TunedKernels;
import io.skipscope.pass.Passes;

/**
 * What a plan is compiled with.
 *
 * @param passes which optional passes run
 * @param family the kernel family to use where it has a variant; null for the preferred ones
 * @param precision how weights and activations are stored
 * @param tuned what a search on the plan's device has found
 * @param launchLimit how long a launch may take before it is cut into several
 * @param restartable whether branches of blocks whose numbers are tapped stay in memory until the
 *     run has ended, so that a later run may begin where they are added
 */
public record PlanOptions(
    Passes.Options passes,
    KernelFamily family,
    Precision precision,
    TunedKernels tuned,
    LaunchLimit launchLimit,
    boolean restartable) {
  public static final PlanOptions DEFAULT = new PlanOptions(Passes.Options.ALL, null);

  /** Options of a plan whose kernels rules choose, and which stores everything in float. */
  public PlanOptions(Passes.Options passes, KernelFamily family) {
    this(passes, family, Precision.FLOAT, TunedKernels.NONE, LaunchLimit.USUAL, false);
  }

  public PlanOptions withPrecision(Precision other) {
    return new PlanOptions(passes, family, other, tuned, launchLimit, restartable);
  }

  /** The same work by the simplest kernels, whatever was asked for or found. */
  public PlanOptions withReferenceKernels() {
    return new PlanOptions(
        passes, KernelFamily.REF, precision, TunedKernels.NONE, launchLimit, restartable);
  }

  public PlanOptions withTuned(TunedKernels found) {
    return new PlanOptions(passes, family, precision, found, launchLimit, restartable);
  }

  public PlanOptions withLaunchLimit(LaunchLimit other) {
    return new PlanOptions(passes, family, precision, tuned, other, restartable);
  }

  /** Lets a run begin at the sum of a tapped block, which costs the memory of its branches. */
  public PlanOptions withRestarts() {
    return new PlanOptions(passes, family, precision, tuned, launchLimit, true);
  }
}
