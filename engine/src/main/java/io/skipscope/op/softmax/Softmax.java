package io.skipscope.op.softmax;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.Axes;
import io.skipscope.op.AxisView;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.op.TiledReduction;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * exp(x) / sum(exp(x)) along one axis of a tensor of any rank; {@link SoftmaxAttributes}.
 *
 * <p>ONNX Softmax from opset 13 on, PyTorch {@code softmax(dim)}.
 */
public final class Softmax implements Operator {
  private static final KernelVariant KERNEL = ReferenceVariant.of("softmax.ref", Softmax::launch);
  private static final TiledReduction TILED =
      new TiledReduction("softmax/softmax_reduce.gpu.cl", "softmax_reduce", Softmax::view);

  private static final int FLOPS_PER_ELEMENT = 4;

  @Override
  public String name() {
    return "Softmax";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    view(context);
    return List.of(context.input(0));
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, (long) FLOPS_PER_ELEMENT * context.output().elementCount());
  }

  @Override
  public List<KernelVariant> variants() {
    return Stream.concat(TILED.variants().stream(), Stream.of(KERNEL)).toList();
  }

  private static KernelLaunch launch(NodeContext context) {
    AxisView view = view(context);
    return new LaunchBuilder(context.node(), "softmax/softmax.ref.cl", "softmax")
        .buffers(context.node().input(0), context.node().output())
        .ints(view.length(), view.inner())
        .build(view.range());
  }

  @Override
  public HostTask reference(NodeContext context) {
    AxisView view = view(context);
    return memory -> {
      float[] x = memory.array(context.node().input(0));
      float[] y = memory.array(context.node().output());
      memory.parallelFor(
          view.outer(),
          outer -> {
            for (int inner = 0; inner < view.inner(); inner++) {
              softmax(x, y, view.start(outer, inner), view.length(), view.inner());
            }
          });
    };
  }

  private static void softmax(float[] x, float[] y, int start, int length, int stride) {
    int end = start + length * stride;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = start; i < end; i += stride) {
      most = Math.max(most, x[i]);
    }
    double sum = 0;
    for (int i = start; i < end; i += stride) {
      y[i] = (float) Math.exp(x[i] - most);
      sum += y[i];
    }
    for (int i = start; i < end; i += stride) {
      y[i] = (float) (y[i] / sum);
    }
  }

  private static AxisView view(NodeContext context) {
    Shape x = context.input(0);
    SoftmaxAttributes attributes = (SoftmaxAttributes) context.node().attributes();
    int axis = Axes.normalise(context, attributes.axis(), x.rank());
    return AxisView.of(x, axis, axis);
  }
}
