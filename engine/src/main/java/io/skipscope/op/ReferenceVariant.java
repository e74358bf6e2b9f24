package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import java.util.List;
import java.util.function.Function;

/**
 * The readable kernel of an operator: computes every node of it on every device.
 *
 * @param name such as {@code max_pool.ref}
 * @param builder makes the launches of a node
 */
public record ReferenceVariant(String name, Function<NodeContext, List<KernelLaunch>> builder)
    implements KernelVariant {
  /** An operator that is one launch. */
  public static ReferenceVariant of(String name, Function<NodeContext, KernelLaunch> builder) {
    return new ReferenceVariant(name, context -> List.of(builder.apply(context)));
  }

  @Override
  public KernelFamily family() {
    return KernelFamily.REF;
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return true;
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    return builder.apply(context);
  }
}
