package io.skipscope.op.pool;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.AxisView;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.op.TiledReduction;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The mean along one run of axes: what {@link GlobalAveragePool} and {@link ReduceMean} share. */
final class Mean {
  private Mean() {}

  /** The kernel on channel blocks, then those on numbers as they are. */
  static List<KernelVariant> variants(KernelVariant blocked, Function<NodeContext, AxisView> view) {
    return Stream.<List<? extends KernelVariant>>of(
            List.of(blocked),
            new TiledReduction("pool/mean_reduce.gpu.cl", "mean_reduce", view).variants(),
            List.of(
                ReferenceVariant.of(
                    "reduce_mean.ref", context -> launch(context, view.apply(context)))))
        .<KernelVariant>flatMap(List::stream)
        .toList();
  }

  private static KernelLaunch launch(NodeContext context, AxisView view) {
    return new LaunchBuilder(context.node(), "pool/reduce_mean.ref.cl", "reduce_mean")
        .buffers(context.node().input(0), context.node().output())
        .ints(view.length(), view.inner())
        .build(view.range());
  }

  static HostTask reference(NodeContext context, AxisView view) {
    return memory -> {
      float[] x = memory.array(context.node().input(0));
      float[] y = memory.array(context.node().output());
      memory.parallelFor(view.outer(), outer -> means(x, y, view, outer));
    };
  }

  private static void means(float[] x, float[] y, AxisView view, int outer) {
    for (int inner = 0; inner < view.inner(); inner++) {
      int start = view.start(outer, inner);
      double sum = 0;
      for (int i = 0; i < view.length(); i++) {
        sum += x[start + i * view.inner()];
      }
      y[outer * view.inner() + inner] = (float) (sum / view.length());
    }
  }
}
