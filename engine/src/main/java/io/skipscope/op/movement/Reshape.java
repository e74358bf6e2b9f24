package io.skipscope.op.movement;

import io.skipscope.op.NodeContext;
import io.skipscope.op.Strides;
import io.skipscope.tensor.Shape;
import java.util.List;

/** The same numbers in the same order under other axes; {@link ReshapeAttributes}. */
public final class Reshape extends CopyOperator {
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
