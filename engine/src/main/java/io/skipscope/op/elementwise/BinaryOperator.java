package io.skipscope.op.elementwise;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Locale;

/**
 * An operator of two operands, elementwise with numpy's broadcasting. Inputs: left and right.
 * Attributes: {@link AddAttributes} for {@code Add}, none or NONE for the others.
 */
abstract class BinaryOperator implements Operator {
  /** The operation on one pair of numbers. */
  @FunctionalInterface
  interface Operation {
    float apply(float left, float right);
  }

  private final String name;
  private final Operation operation;

  BinaryOperator(String name, Operation operation) {
    this.name = name;
    this.operation = operation;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(Broadcast.of(context).output());
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.elementwise(
        context, AddAttributes.of(context.node()).equals(AddAttributes.PLAIN) ? 1 : 3);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(
        BlockedBinary.VARIANT,
        TiledBinary.VARIANT,
        ReferenceVariant.of(name.toLowerCase(Locale.ROOT) + ".ref", BinaryOperator::launch));
  }

  @Override
  public HostTask reference(NodeContext context) {
    return new BinaryReference(
        context.node(), Broadcast.of(context), AddAttributes.of(context.node()), operation);
  }

  @Override
  public boolean appliesEpilogue() {
    return true;
  }

  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    Broadcast broadcast = Broadcast.of(context);
    int[] extents = broadcast.extents();
    LaunchBuilder launch =
        new LaunchBuilder(node, "elementwise/binary.ref.cl", "binary")
            .buffers(node.input(0), node.input(1), node.output())
            .epilogue();
    return combine(launch, node)
        .ints(extents)
        .ints(broadcast.leftStrides())
        .ints(broadcast.rightStrides())
        .ints(broadcast.channels(), broadcast.channelPitch())
        .build(NdRange.of(extents[3], extents[2], (long) extents[0] * extents[1]));
  }

  /** The macros and factors of {@code common/combine.clh}. */
  static LaunchBuilder combine(LaunchBuilder launch, Node node) {
    AddAttributes factors = AddAttributes.of(node);
    launch.define("OPERATION", node.op().toUpperCase(Locale.ROOT));
    return factors.equals(AddAttributes.PLAIN)
        ? launch
        : launch.define("HAS_FACTORS", "").factors(factors.leftFactor(), factors.rightFactor());
  }
}
