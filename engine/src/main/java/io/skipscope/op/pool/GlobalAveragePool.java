package io.skipscope.op.pool;

import io.skipscope.device.HostTask;
import io.skipscope.op.AxisView;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.tensor.Shape;
import java.util.List;

/** The mean of each map: [N, C, H, W] to [N, C, 1, 1]. */
public final class GlobalAveragePool implements Operator {
  private static final KernelVariant BLOCKED = BlockedPools.globalAverage(context -> true);

  @Override
  public String name() {
    return "GlobalAveragePool";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(context.input(0, 4).with(2, 1).with(3, 1));
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, context.input(0).elementCount());
  }

  @Override
  public List<KernelVariant> variants() {
    return Mean.variants(BLOCKED, GlobalAveragePool::maps);
  }

  @Override
  public HostTask reference(NodeContext context) {
    return Mean.reference(context, maps(context));
  }

  private static AxisView maps(NodeContext context) {
    return AxisView.of(context.input(0), 2, 3);
  }
}
