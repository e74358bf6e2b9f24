package io.skipscope.plan;

import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;

/**
 * What a plan is compiled with.
 *
 * @param passes which optional passes run
 * @param family the kernel family to use where it has a variant; null for the preferred ones
 */
public record PlanOptions(Passes.Options passes, KernelFamily family) {
  public static final PlanOptions DEFAULT = new PlanOptions(Passes.Options.ALL, null);
}
