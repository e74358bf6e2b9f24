package io.skipscope.op.layout;

import io.skipscope.device.HostTask;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * The same numbers in another physical layout; {@link ReorderAttributes}. Input: x [batch,
 * channels, height, width]. Passes put it between kernels that disagree; no model file holds one.
 */
public final class Reorder implements Operator {
  @Override
  public String name() {
    return "Reorder";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(context.input(0, 4));
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, 0);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(ReorderVariant.INTO_BLOCKS, ReorderVariant.OUT_OF_BLOCKS);
  }

  /** A plain copy: arrays in Java are always in logical order. */
  @Override
  public HostTask reference(NodeContext context) {
    return memory -> {
      float[] input = memory.array(context.node().input(0));
      float[] output = memory.array(context.node().output());
      System.arraycopy(input, 0, output, 0, context.output().elementCount());
    };
  }
}
