package io.skipscope.op.pool;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.tensor.Shape;
import java.util.List;

/** The greatest number of each map: [N, C, H, W] to [N, C, 1, 1]. One window of {@link MaxPool}. */
public final class GlobalMaxPool implements Operator {
  private static final WorkGroup MAPS_ONLY = new WorkGroup(1, 1, 64);
  private static final KernelVariant BLOCKED =
      BlockedVariant.ofMap(
          "max_pool_c8.cpu", context -> BlockedPools.max(context, wholeMap(context)));
  private static final KernelVariant KERNEL =
      ReferenceVariant.of("max_pool.ref", GlobalMaxPool::launch);

  @Override
  public String name() {
    return "GlobalMaxPool";
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
    return List.of(BLOCKED, KERNEL);
  }

  private static KernelLaunch launch(NodeContext context) {
    NdRange range = new NdRange(1, 1, context.output().elementCount(), MAPS_ONLY);
    return MaxPool.launch(context, wholeMap(context)).build(range);
  }

  @Override
  public HostTask reference(NodeContext context) {
    return MaxPool.reference(context, wholeMap(context));
  }

  private static PoolAttributes wholeMap(NodeContext context) {
    Shape x = context.input(0);
    return new PoolAttributes(x.height(), x.width(), 1, 1, 0, 0, 0, 0, 1, 1, false, false);
  }
}
