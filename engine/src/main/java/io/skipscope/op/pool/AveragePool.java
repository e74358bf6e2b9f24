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
 * The mean of each window of [N, C, H, W]; {@link PoolAttributes}.
 *
 * <p>ONNX AveragePool (opset 19), PyTorch {@code nn.AvgPool2d}; a window that holds no number gives
 * 0.
 */
public final class AveragePool implements Operator {
  private static final KernelVariant KERNEL =
      ReferenceVariant.of("average_pool.ref", AveragePool::launch);

  @Override
  public String name() {
    return "AveragePool";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(PoolGeometry.outputShape(context));
  }

  @Override
  public Cost cost(NodeContext context) {
    PoolAttributes a = (PoolAttributes) context.node().attributes();
    long window = (long) a.kernelH() * a.kernelW();
    return Cost.of(context, 0, context.output().elementCount() * (window + 1));
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(BlockedPools.AVERAGE, TiledPools.AVERAGE, KERNEL);
  }

  private static KernelLaunch launch(NodeContext context) {
    Shape x = context.input(0);
    Shape y = context.output();
    PoolAttributes a = (PoolAttributes) context.node().attributes();
    return new LaunchBuilder(context.node(), "pool/average_pool.ref.cl", "average_pool")
        .buffers(context.node().input(0), context.node().output())
        .ints(x.product(0, 2), x.height(), x.width(), y.height(), y.width())
        .ints(a.kernelH(), a.kernelW(), a.strideH(), a.strideW())
        .ints(a.padTop(), a.padLeft(), a.padBottom(), a.padRight())
        .ints(a.dilationH(), a.dilationW(), a.countIncludePad() ? 1 : 0)
        .build(NdRange.of(y.width(), y.height(), y.product(0, 2)));
  }

  @Override
  public HostTask reference(NodeContext context) {
    Shape x = context.input(0);
    PoolAttributes a = (PoolAttributes) context.node().attributes();
    return new HostPool(context, a, (data, window) -> mean(data, window, x));
  }

  private static float mean(float[] data, HostPool.Window window, Shape x) {
    double sum = 0;
    for (int i = window.firstY(); i < window.endY(); i++) {
      for (int j = window.firstX(); j < window.endX(); j++) {
        sum += data[window.index(i, j)];
      }
    }
    int count = divisor(window, x);
    return count > 0 ? (float) (sum / count) : 0;
  }

  private static int divisor(HostPool.Window window, Shape x) {
    PoolAttributes a = window.attributes();
    if (a.countIncludePad()) {
      int endY = x.height() + a.padBottom();
      int endX = x.width() + a.padRight();
      return PoolGeometry.endTap(window.startY(), endY, a.kernelH(), a.dilationH())
          * PoolGeometry.endTap(window.startX(), endX, a.kernelW(), a.dilationW());
    }
    int rows = Math.max(window.endY() - window.firstY(), 0);
    int columns = Math.max(window.endX() - window.firstX(), 0);
    return rows * columns;
  }
}
