package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Chooses the kernels of a node: always the same ones for the same node, device and family.
 *
 * @param family the family to use where it has a variant; null for the preferred ones
 * @param tuned what is known to be fastest; it decides within the family
 * @param unfit whether a variant turned out not to run on the device, though it accepts a node;
 *     where that leaves none, the last of those that accept it is taken all the same
 */
public record KernelChoice(
    DeviceInfo device,
    KernelFamily family,
    TunedKernels tuned,
    BiPredicate<KernelVariant, NodeContext> unfit) {
  /** A choice by rules alone. */
  public KernelChoice(DeviceInfo device, KernelFamily family) {
    this(device, family, TunedKernels.NONE, (variant, context) -> false);
  }

  /** Whether it has more for a node than the reference kernel. */
  public boolean isOptimised(NodeContext context) {
    return choose(context).family() != KernelFamily.REF;
  }

  /** What a search has found, else {@link #untuned}. */
  public KernelVariant choose(NodeContext context) {
    return tuned(context).orElseGet(() -> untuned(context));
  }

  /** The kernels that a search has found, if they still can compute the node. */
  public Optional<KernelVariant> tuned(NodeContext context) {
    return tuned
        .find(context)
        .flatMap(
            pick ->
                candidates(context).stream()
                    .filter(variant -> variant.name().equals(pick.variant()))
                    .filter(variant -> isSetting(variant, context, pick.tuning()))
                    .map(variant -> TunedVariant.of(variant, pick.tuning()))
                    .filter(variant -> canRun(variant, context))
                    .findFirst());
  }

  /** The first variant of the family that suits the node, else the last resort. */
  public KernelVariant untuned(NodeContext context) {
    List<KernelVariant> runnable =
        variants(context).stream().filter(variant -> canRun(variant, context)).toList();
    return runnable.stream()
        .filter(variant -> variant.family() == wanted())
        .filter(variant -> variant.suits(context, device))
        .findFirst()
        .orElseGet(() -> runnable.isEmpty() ? lastResort(context) : lastOf(runnable));
  }

  /** One that does not accept the node computes something else. */
  private KernelVariant lastResort(NodeContext context) {
    List<KernelVariant> accepting =
        variants(context).stream().filter(variant -> variant.accepts(context, device)).toList();
    return lastOf(accepting.isEmpty() ? variants(context) : accepting);
  }

  private boolean canRun(KernelVariant variant, NodeContext context) {
    return variant.accepts(context, device) && !unfit.test(variant, context);
  }

  private static KernelVariant lastOf(List<KernelVariant> variants) {
    return variants.get(variants.size() - 1);
  }

  /**
   * The variants that could take the place of the untuned one: maps lie as they do for that, so
   * that no other node changes, and a family that was asked for stays.
   */
  public List<KernelVariant> candidates(NodeContext context) {
    KernelVariant untuned = untuned(context);
    return variants(context).stream()
        .filter(variant -> family == null || variant.family() == untuned.family())
        .filter(variant -> variant.inputLayout().equals(untuned.inputLayout()))
        .filter(variant -> variant.outputLayout().equals(untuned.outputLayout()))
        .toList();
  }

  private static boolean isSetting(KernelVariant variant, NodeContext context, Tuning tuning) {
    return tuning.equals(Tuning.DEFAULT) || variant.tunings(context).contains(tuning);
  }

  private static List<KernelVariant> variants(NodeContext context) {
    return Operators.get(context.node().op()).variants();
  }

  /**
   * The family that was asked for, else the one that is shaped for the kind of device; kernels are
   * picked by what devices report of themselves, never by their makers.
   *
   * <p>Kernels for GPUs have been measured on none, yet the reference kernels are sure to waste
   * one: they read each number from memory as often as it is used, and tiles read it once for 32 to
   * 128 uses. So a GPU gets tiles, and {@code verify} and {@code tune} tell how they fare.
   */
  private KernelFamily wanted() {
    if (family != null) {
      return family;
    }
    return switch (device.type()) {
      case CPU -> KernelFamily.CPU;
      case GPU -> KernelFamily.GPU;
      case ACCELERATOR, JAVA -> KernelFamily.REF;
    };
  }
}
