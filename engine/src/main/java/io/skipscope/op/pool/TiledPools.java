package io.skipscope.op.pool;

import io.skipscope.device.KernelLaunch;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TiledMaps;
import io.skipscope.op.TiledVariant;
import io.skipscope.tensor.Shape;

/** Pools on GPUs: all loads of a window at once, pixels of a map in one run. */
final class TiledPools {
  private static final String FUNCTION = "pool_rows";

  /** So many loads are worth writing out. */
  private static final int MOST_TAPS = 25;

  static final KernelVariant MAX = variant("max_", false);
  static final KernelVariant AVERAGE = variant("average_", true);

  private TiledPools() {}

  private static KernelVariant variant(String prefix, boolean isAverage) {
    return TiledVariant.of(
        prefix + FUNCTION + ".gpu",
        TiledPools::accepts,
        1,
        0,
        context -> launch(context, isAverage));
  }

  private static boolean accepts(NodeContext context) {
    PoolAttributes a = attributes(context);
    return a.dilationH() == 1 && a.dilationW() == 1 && a.kernelH() * a.kernelW() <= MOST_TAPS;
  }

  private static KernelLaunch launch(NodeContext context, boolean isAverage) {
    Shape x = context.input(0);
    Shape y = context.output();
    PoolAttributes a = attributes(context);
    LaunchBuilder launch =
        new LaunchBuilder(context.node(), "pool/" + FUNCTION + ".gpu.cl", FUNCTION);
    if (isAverage) {
      launch.define("AVERAGE", "");
    }
    return launch
        .define("KERNEL_H", a.kernelH())
        .define("KERNEL_W", a.kernelW())
        .define("STRIDE_H", a.strideH())
        .define("STRIDE_W", a.strideW())
        .buffers(context.node().input(0), context.node().output())
        .ints(x.product(0, 2), x.height(), x.width(), y.height(), y.width())
        .ints(a.padTop(), a.padLeft(), a.padBottom(), a.padRight())
        .ints(a.countIncludePad() ? 1 : 0)
        .build(TiledMaps.pixels(y));
  }

  private static PoolAttributes attributes(NodeContext context) {
    return (PoolAttributes) context.node().attributes();
  }
}
