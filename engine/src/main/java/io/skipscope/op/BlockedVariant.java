package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.tensor.Layout;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kernel for CPUs, on maps whose channels lie in blocks of eight.
 *
 * @param accepted whether it computes a node
 * @param inputLayout {@link Layout#NCHWC8} for all but the first layer
 * @param packing the stored values that it reads in an order of its own
 */
public record BlockedVariant(
    String name,
    Predicate<NodeContext> accepted,
    Layout inputLayout,
    Function<NodeContext, List<PackedValue>> packing,
    Function<NodeContext, List<KernelLaunch>> builder)
    implements KernelVariant {
  @Override
  public KernelFamily family() {
    return KernelFamily.CPU;
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return accepted.test(context);
  }

  @Override
  public Layout outputLayout() {
    return Layout.NCHWC8;
  }

  @Override
  public List<PackedValue> packed(NodeContext context) {
    return packing.apply(context);
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    return builder.apply(context);
  }
}
