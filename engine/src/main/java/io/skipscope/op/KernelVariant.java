package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.tensor.Layout;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One way to compute an operator with kernels. */
public interface KernelVariant {
  /** Such as {@code conv2d.ref}. */
  String name();

  KernelFamily family();

  /** Whether this variant can compute this node on this device. */
  boolean accepts(NodeContext context, DeviceInfo device);

  /** Whether it is a good choice for a node that it accepts, before anything has been measured. */
  default boolean suits(NodeContext context, DeviceInfo device) {
    return true;
  }

  /**
   * All other settings of its tunables for a node, the most promising first. They reach {@link
   * #launches} and the like through {@link NodeContext#tuning}.
   */
  default List<Tuning> tunings(NodeContext context) {
    return List.of();
  }

  /** How the node's computed inputs of rank 4 must lie in memory. */
  default Layout inputLayout() {
    return Layout.NCHW;
  }

  /** How outputs of rank 4, the epilogue's stores and its residual lie in memory. */
  default Layout outputLayout() {
    return Layout.NCHW;
  }

  /** The stored values that the launches name by {@link PackedValue#buffer}. */
  default List<PackedValue> packed(NodeContext context) {
    return List.of();
  }

  /** Sizes in bytes of the buffers that only the node's own launches use, by name. */
  default Map<String, Long> scratch(NodeContext context) {
    return Map.of();
  }

  /**
   * Those of its scratch buffers that hold zeros before each run: they do so before the first,
   * every run leaves them so, and nothing else lies in their memory.
   */
  default Set<String> keptZero(NodeContext context) {
    return Set.of();
  }

  /** Whether all values that it packs are stored ones, and each scratch buffer can be made. */
  default boolean canPrepare(NodeContext context, DeviceInfo device) {
    return packed(context).stream().map(PackedValue::value).allMatch(context.stored())
        && scratch(context).values().stream().allMatch(size -> size <= device.maxAllocBytes());
  }

  /** The launches that compute the node, in order; each writes all rows. */
  List<KernelLaunch> launches(NodeContext context);
}
