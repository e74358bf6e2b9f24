package io.skipscope.op.pool;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * The greatest number in each window of [N, C, H, W]; {@link PoolAttributes}. NaN wins.
 *
 * <p>ONNX MaxPool, PyTorch {@code nn.MaxPool2d}; a window that holds no number gives -infinity.
 */
public final class MaxPool implements Operator {
  private static final KernelVariant KERNEL = ReferenceVariant.of("max_pool.ref", MaxPool::launch);

  @Override
  public String name() {
    return "MaxPool";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(PoolGeometry.outputShape(context));
  }

  @Override
  public Cost cost(NodeContext context) {
    PoolAttributes a = (PoolAttributes) context.node().attributes();
    long window = (long) a.kernelH() * a.kernelW();
    return Cost.of(context, 0, context.output().elementCount() * window);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(BlockedPools.MAX, TiledPools.MAX, KERNEL);
  }

  private static KernelLaunch launch(NodeContext context) {
    Shape y = context.output();
    PoolAttributes attributes = (PoolAttributes) context.node().attributes();
    NdRange range = NdRange.of(y.width(), y.height(), y.product(0, 2));
    return launch(context, attributes).build(range);
  }

  /** The launch of {@code max_pool.ref.cl} over windows that need not be the node's own. */
  static LaunchBuilder launch(NodeContext context, PoolAttributes a) {
    Shape x = context.input(0);
    Shape y = context.output();
    return new LaunchBuilder(context.node(), "pool/max_pool.ref.cl", "max_pool")
        .buffers(context.node().input(0), context.node().output())
        .ints(x.product(0, 2), x.height(), x.width(), y.height(), y.width())
        .ints(a.kernelH(), a.kernelW(), a.strideH(), a.strideW())
        .ints(a.padTop(), a.padLeft(), a.dilationH(), a.dilationW());
  }

  @Override
  public HostTask reference(NodeContext context) {
    return reference(context, (PoolAttributes) context.node().attributes());
  }

  static HostTask reference(NodeContext context, PoolAttributes attributes) {
    return new HostPool(context, attributes, MaxPool::greatest);
  }

  private static float greatest(float[] x, HostPool.Window window) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = window.firstY(); i < window.endY(); i++) {
      for (int j = window.firstX(); j < window.endX(); j++) {
        most = Math.max(most, x[window.index(i, j)]);
      }
    }
    return most;
  }
}
