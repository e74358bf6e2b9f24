package io.skipscope.op.elementwise;

import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TiledMaps;
import io.skipscope.op.TiledVariant;

/** An operation on two operands that each have all numbers of a map in a run, or one for it. */
final class TiledBinary {
  private static final String FUNCTION = "binary_run";

  static final KernelVariant VARIANT =
      TiledVariant.of(FUNCTION + ".gpu", TiledBinary::accepts, 1, 0, TiledBinary::launch);

  private TiledBinary() {}

  private static boolean accepts(NodeContext context) {
    Broadcast broadcast = Broadcast.of(context);
    return TiledMaps.onlyActivates(context.node())
        && isRun(broadcast, broadcast.leftStrides())
        && isRun(broadcast, broadcast.rightStrides());
  }

  /** Whether an operand steps on by the same stride from pixel to pixel of a map. */
  private static boolean isRun(Broadcast broadcast, int[] strides) {
    int rows = broadcast.extents()[2];
    int columns = broadcast.extents()[3];
    return rows == 1 || columns == 1
        ? strides[2] + strides[3] <= 1
        : strides[2] == columns * strides[3];
  }

  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    Broadcast broadcast = Broadcast.of(context);
    int[] extents = broadcast.extents();
    LaunchBuilder launch =
        new LaunchBuilder(node, "elementwise/" + FUNCTION + ".gpu.cl", FUNCTION)
            .buffers(node.input(0), node.input(1), node.output())
            .activation(node.epilogue().activation());
    return BinaryOperator.combine(launch, node)
        .ints(extents)
        .ints(slabStrides(broadcast.leftStrides()))
        .ints(slabStrides(broadcast.rightStrides()))
        .build(TiledMaps.vectors(extents[3], extents[2], (long) extents[0] * extents[1]));
  }

  /** The strides of both outer axes, and that from pixel to pixel. */
  private static int[] slabStrides(int[] strides) {
    return new int[] {strides[0], strides[1], Math.min(1, strides[2] + strides[3])};
  }
}
