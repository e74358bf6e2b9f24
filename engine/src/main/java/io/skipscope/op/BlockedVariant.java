package io.skipscope.op;

import io.skipscope.device.KernelLaunch;
import io.skipscope.tensor.Layout;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A {@link BlockedKernel} that is given as functions of a node.
 *
 * @param accepted whether it computes a node
 * @param inputLayout {@link Layout#NCHWC8} for all but the first layer
 * @param packing the stored values that it reads in an order of its own; it computes no node for
 *     which one of them is not stored
 * @param scratching the buffers between its launches, in bytes by name; it computes no node for
 *     which one of them is larger than the device allows
 * @param suited whether it is the one to take for a node that it accepts
 * @param space the settings of its tunables, see {@link KernelVariant#tunings}
 */
public record BlockedVariant(
    String name,
    Predicate<NodeContext> accepted,
    Layout inputLayout,
    Function<NodeContext, List<PackedValue>> packing,
    Function<NodeContext, Map<String, Long>> scratching,
    Function<NodeContext, List<KernelLaunch>> builder,
    Predicate<NodeContext> suited,
    Function<NodeContext, List<Tuning>> space)
    implements ComposedVariant, BlockedKernel {
  /** A variant without tunables, to be taken wherever it is accepted. */
  public BlockedVariant(
      String name,
      Predicate<NodeContext> accepted,
      Layout inputLayout,
      Function<NodeContext, List<PackedValue>> packing,
      Function<NodeContext, Map<String, Long>> scratching,
      Function<NodeContext, List<KernelLaunch>> builder) {
    this(
        name,
        accepted,
        inputLayout,
        packing,
        scratching,
        builder,
        context -> true,
        context -> List.of());
  }

  /** A variant that needs no memory of its own. */
  public BlockedVariant(
      String name,
      Predicate<NodeContext> accepted,
      Layout inputLayout,
      Function<NodeContext, List<PackedValue>> packing,
      Function<NodeContext, List<KernelLaunch>> builder) {
    this(name, accepted, inputLayout, packing, context -> Map.of(), builder);
  }

  /** A variant for every node whose first input is a computed map and that is one launch. */
  public static BlockedVariant ofMap(String name, Function<NodeContext, KernelLaunch> builder) {
    return ofMap(name, context -> true, builder);
  }

  /** Likewise for those of the nodes that are {@code accepted}. */
  public static BlockedVariant ofMap(
      String name, Predicate<NodeContext> accepted, Function<NodeContext, KernelLaunch> builder) {
    return new BlockedVariant(
        name,
        context -> ChannelBlocks.isComputedMap(context, 0) && accepted.test(context),
        Layout.NCHWC8,
        context -> List.of(),
        context -> List.of(builder.apply(context)));
  }

  /** This variant, to be taken only for some of the nodes that it accepts. */
  public BlockedVariant suiting(Predicate<NodeContext> suitable) {
    return new BlockedVariant(
        name, accepted, inputLayout, packing, scratching, builder, suitable, space);
  }

  /** This variant with tunables. */
  public BlockedVariant tunable(Function<NodeContext, List<Tuning>> settings) {
    return new BlockedVariant(
        name, accepted, inputLayout, packing, scratching, builder, suited, settings);
  }

  @Override
  public List<Tuning> tunings(NodeContext context) {
    return space.apply(context);
  }
}
