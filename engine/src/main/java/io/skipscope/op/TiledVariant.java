package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kernel for GPUs, on NCHW maps, whose work-groups share tiles in local memory.
 *
 * @param accepted whether it computes a node
 * @param workItems of the largest work-group of its launches; 1 where any size will do
 * @param localBytes of local memory that a work-group needs
 * @param packing the stored values that it reads in an order of its own; it computes no node for
 *     which one of them is not stored
 * @param scratching the buffers between its launches, in bytes by name; it computes no node for
 *     which one of them is larger than the device allows
 * @param suited whether it is the one to take for a node that it accepts
 */
public record TiledVariant(
    String name,
    Predicate<NodeContext> accepted,
    int workItems,
    int localBytes,
    Function<NodeContext, List<PackedValue>> packing,
    Function<NodeContext, Map<String, Long>> scratching,
    Function<NodeContext, List<KernelLaunch>> builder,
    Predicate<NodeContext> suited)
    implements ComposedVariant {
  /** A variant to be taken wherever it is accepted. */
  public TiledVariant(
      String name,
      Predicate<NodeContext> accepted,
      int workItems,
      int localBytes,
      Function<NodeContext, List<PackedValue>> packing,
      Function<NodeContext, Map<String, Long>> scratching,
      Function<NodeContext, List<KernelLaunch>> builder) {
    this(name, accepted, workItems, localBytes, packing, scratching, builder, context -> true);
  }

  /** A variant of one launch that reads all values as they are. */
  public static TiledVariant of(
      String name,
      Predicate<NodeContext> accepted,
      int workItems,
      int localBytes,
      Function<NodeContext, KernelLaunch> builder) {
    return new TiledVariant(
        name,
        accepted,
        workItems,
        localBytes,
        context -> List.of(),
        context -> Map.of(),
        context -> List.of(builder.apply(context)));
  }

  /** This variant, to be taken only for some of the nodes that it accepts. */
  public TiledVariant suiting(Predicate<NodeContext> suitable) {
    return new TiledVariant(
        name, accepted, workItems, localBytes, packing, scratching, builder, suitable);
  }

  @Override
  public KernelFamily family() {
    return KernelFamily.GPU;
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return device.maxWorkGroupSize() >= workItems
        && device.localMemoryBytes() >= localBytes
        && ComposedVariant.super.accepts(context, device);
  }
}
