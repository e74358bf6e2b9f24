package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A readable kernel of an operator, which runs on every device.
 *
 * @param name such as {@code max_pool.ref}
 * @param accepted whether it computes a node
 * @param builder makes the launches of a node
 */
public record ReferenceVariant(
    String name, Predicate<NodeContext> accepted, Function<NodeContext, List<KernelLaunch>> builder)
    implements KernelVariant {
  /** A variant that computes every node of the operator. */
  public ReferenceVariant(String name, Function<NodeContext, List<KernelLaunch>> builder) {
    this(name, context -> true, builder);
  }

  /** A variant for every node that is one launch. */
  public static ReferenceVariant of(String name, Function<NodeContext, KernelLaunch> builder) {
    return new ReferenceVariant(name, context -> List.of(builder.apply(context)));
  }

  @Override
  public KernelFamily family() {
    return KernelFamily.REF;
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return accepted.test(context);
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    return builder.apply(context);
  }
}
