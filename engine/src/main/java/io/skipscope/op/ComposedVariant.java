package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** A variant that is given as functions of a node: the components of a record, which says more. */
interface ComposedVariant extends KernelVariant {
  Predicate<NodeContext> accepted();

  Function<NodeContext, List<PackedValue>> packing();

  Function<NodeContext, Map<String, Long>> scratching();

  Function<NodeContext, List<KernelLaunch>> builder();

  Predicate<NodeContext> suited();

  @Override
  default boolean accepts(NodeContext context, DeviceInfo device) {
    return accepted().test(context) && canPrepare(context, device);
  }

  @Override
  default boolean suits(NodeContext context, DeviceInfo device) {
    return suited().test(context);
  }

  @Override
  default List<PackedValue> packed(NodeContext context) {
    return packing().apply(context);
  }

  @Override
  default Map<String, Long> scratch(NodeContext context) {
    return scratching().apply(context);
  }

  @Override
  default List<KernelLaunch> launches(NodeContext context) {
    return builder().apply(context);
  }
}
