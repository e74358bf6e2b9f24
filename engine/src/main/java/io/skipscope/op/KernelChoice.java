package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import java.util.List;

/**
 * Chooses the kernels of a node: always the same ones for the same node, device and family.
 *
 * @param family the family to use where it has a variant; null for the preferred ones
 */
public record KernelChoice(DeviceInfo device, KernelFamily family) {
  /** The first variant of the family that accepts the node, else the last resort. */
  public KernelVariant choose(NodeContext context) {
    List<KernelVariant> accepting =
        Operators.get(context.node().op()).variants().stream()
            .filter(variant -> variant.accepts(context, device))
            .toList();
    KernelFamily wanted = family == null ? preferred() : family;
    return accepting.stream()
        .filter(variant -> variant.family() == wanted)
        .findFirst()
        .orElse(accepting.get(accepting.size() - 1));
  }

  /**
   * What suits the kind of device; kernels for GPUs have not run on one, so they must be asked for.
   */
  private KernelFamily preferred() {
    return device.type() == DeviceType.CPU ? KernelFamily.CPU : KernelFamily.REF;
  }
}
