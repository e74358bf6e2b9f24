package io.skipscope.op.movement;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.error.GraphException;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.op.RowView;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Locale;

/** Elements put around a tensor of up to six axes, or cut off it; {@link PadAttributes}. */
public final class Pad implements Operator {
  private static final KernelVariant KERNEL = ReferenceVariant.of("pad.ref", Pad::launch);

  @Override
  public String name() {
    return "Pad";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    Shape x = context.input(0);
    PadAttributes a = (PadAttributes) context.node().attributes();
    if (a.before().size() != x.rank() || a.after().size() != x.rank()) {
      throw new GraphException(
          context.node().name(),
          "padding " + a.before() + " and " + a.after() + " for the shape " + x,
          "one number per axis");
    }
    int[] extents = x.toArray();
    for (int axis = 0; axis < extents.length; axis++) {
      checkReach(context, a, axis);
      extents[axis] += a.before().get(axis) + a.after().get(axis);
    }
    return List.of(Shape.of(extents));
  }

  private static void checkReach(NodeContext context, PadAttributes a, int axis) {
    int extent = context.input(0).extent(axis);
    int before = a.before().get(axis);
    int after = a.after().get(axis);
    long padded = (long) extent + before + after;
    int limit =
        switch (a.mode()) {
          case CONSTANT -> Integer.MAX_VALUE;
          case REFLECT -> extent - 1;
          case EDGE -> extent > 0 ? Integer.MAX_VALUE : 0;
        };
    if (Math.max(before, after) > limit || padded < 0 || padded > Integer.MAX_VALUE) {
      throw new GraphException(
          context.node().name(),
          "padding " + before + " and " + after + " on axis " + axis + " of extent " + extent,
          "padding that the mode " + a.mode().name().toLowerCase(Locale.ROOT) + " can fill");
    }
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, 0);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(BlockedPad.VARIANT, KERNEL);
  }

  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    PadAttributes a = (PadAttributes) node.attributes();
    LaunchBuilder launch =
        new LaunchBuilder(node, "movement/pad.ref.cl", "pad")
            .buffers(node.input(0), node.output())
            .ints(StridedCopy.sixAxes(node, context.input(0).toArray(), 1))
            .ints(StridedCopy.sixAxes(node, context.output().toArray(), 1))
            .ints(StridedCopy.sixAxes(node, ints(a.before()), 0))
            .floats(a.value());
    if (a.mode() != PadAttributes.Mode.CONSTANT) {
      launch.define("PAD_" + a.mode(), "");
    }
    return launch.build(RowView.of(context.output()).range());
  }

  @Override
  public HostTask reference(NodeContext context) {
    PadAttributes attributes = (PadAttributes) context.node().attributes();
    return new HostPad(context, attributes);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
