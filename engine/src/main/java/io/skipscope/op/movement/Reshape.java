package io.skipscope.op.movement;

import io.skipscope.op.BlockedVariant;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Strides;
import io.skipscope.tensor.Shape;
import java.util.List;

/** The same numbers in the same order under other axes; {@link ReshapeAttributes}. */
public final class Reshape extends CopyOperator {
  private static final int MAP_RANK = 4;

  /** Only maps lie in blocks, so flattening one is the way out of them. */
  private static final KernelVariant FLATTENED =
      BlockedVariant.ofMap(
          "c8_to_nchw.cpu",
          context -> context.output().rank() != MAP_RANK,
          context -> ChannelBlocks.unblock(context.node(), context.input(0)));

  public Reshape() {
    super(FLATTENED);
  }

  @Override
  public String name() {
    return "Reshape";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(ReshapeShapes.of(context));
  }

  @Override
  List<StridedCopy> copies(NodeContext context) {
    Shape y = context.output();
    int[] strides = Strides.of(y);
    return List.of(StridedCopy.of(context.node(), y, strides, strides, 0, 0));
  }
}
