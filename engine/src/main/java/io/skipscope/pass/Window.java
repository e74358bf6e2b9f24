package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.op.pool.PoolAttributes;
import java.util.Optional;
import java.util.Set;

/**
 * What a node reads of a feature map along one spatial axis: output position o reads the input
 * positions {@code o stride - padBefore + k dilation} for each k below {@code kernel}.
 */
public record Window(int kernel, int stride, int padBefore, int dilation) {
  public static final int HEIGHT_AXIS = 2;

  private static final Window POINT = new Window(1, 1, 0, 1);
  private static final Set<String> POINTWISE =
      Set.of("BatchNorm", "Activation", "Add", "Sub", "Mul", "Div", "Concat", "Pad");

  /**
   * Padding nodes and the beginnings of slices are left out of account.
   *
   * @param graph with its shapes inferred
   * @param axis {@link #HEIGHT_AXIS} or the one after it
   * @return none for a node that looks at all of the axis, or leaves no map
   */
  public static Optional<Window> along(Graph graph, Node node, int axis) {
    boolean rows = axis == HEIGHT_AXIS;
    if (node.attributes() instanceof ConvAttributes conv) {
      int kernel = graph.shape(node.input(1)).extent(axis);
      return Optional.of(
          rows
              ? new Window(kernel, conv.strideH(), conv.padTop(), conv.dilationH())
              : new Window(kernel, conv.strideW(), conv.padLeft(), conv.dilationW()));
    }
    if (node.attributes() instanceof PoolAttributes pool) {
      return Optional.of(
          rows
              ? new Window(pool.kernelH(), pool.strideH(), pool.padTop(), pool.dilationH())
              : new Window(pool.kernelW(), pool.strideW(), pool.padLeft(), pool.dilationW()));
    }
    if (node.attributes() instanceof SliceAttributes slice) {
      return Optional.of(new Window(1, stepAlong(slice, axis), 0, 1));
    }
    return POINTWISE.contains(node.op()) ? Optional.of(POINT) : Optional.empty();
  }

  private static int stepAlong(SliceAttributes slice, int axis) {
    return slice.ranges().stream()
        .filter(range -> range.axis() == axis || range.axis() + 4 == axis)
        .mapToInt(range -> Math.abs(range.step()))
        .findFirst()
        .orElse(1);
  }
}
