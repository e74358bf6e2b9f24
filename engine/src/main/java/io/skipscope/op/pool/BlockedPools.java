package io.skipscope.op.pool;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import java.util.function.Predicate;

/** Launches of the pooling kernels for maps in channel blocks, in their parameters' order. */
final class BlockedPools {
  static final KernelVariant MAX =
      BlockedVariant.ofMap("max_pool_c8.cpu", context -> max(context, attributes(context)));
  static final KernelVariant AVERAGE =
      BlockedVariant.ofMap("average_pool_c8.cpu", BlockedPools::average);

  /** A work-item reads a whole map, so few of them make a work-group. */
  private static final WorkGroup FEW_MAPS = new WorkGroup(1, 1, 4);

  private BlockedPools() {}

  /** The greatest number of each window; the windows need not be the node's own. */
  static KernelLaunch max(NodeContext context, PoolAttributes a) {
    return window(context, "max_pool_c8", a)
        .ints(a.padTop(), a.padLeft(), a.dilationH(), a.dilationW())
        .build(ChannelBlocks.pixels(context.output()));
  }

  private static KernelLaunch average(NodeContext context) {
    PoolAttributes a = attributes(context);
    return window(context, "average_pool_c8", a)
        .ints(a.padTop(), a.padLeft(), a.padBottom(), a.padRight())
        .ints(a.dilationH(), a.dilationW(), a.countIncludePad() ? 1 : 0)
        .build(ChannelBlocks.pixels(context.output()));
  }

  /** The mean of each map, for the nodes that ask for no more than that. */
  static KernelVariant globalAverage(Predicate<NodeContext> accepted) {
    return BlockedVariant.ofMap("global_average_c8.cpu", accepted, BlockedPools::globalAverage);
  }

  private static KernelLaunch globalAverage(NodeContext context) {
    Shape x = context.input(0);
    int maps = ChannelBlocks.maps(x);
    return launch(context, "global_average_c8")
        .ints(maps, x.height() * x.width())
        .build(new NdRange(1, 1, maps, FEW_MAPS));
  }

  private static LaunchBuilder window(NodeContext context, String function, PoolAttributes a) {
    Shape x = context.input(0);
    Shape y = context.output();
    return launch(context, function)
        .ints(ChannelBlocks.maps(x), x.height(), x.width(), y.height(), y.width())
        .ints(a.kernelH(), a.kernelW(), a.strideH(), a.strideW());
  }

  private static LaunchBuilder launch(NodeContext context, String function) {
    return new LaunchBuilder(context.node(), "pool/" + function + ".cpu.cl", function)
        .buffers(context.node().input(0), context.node().output());
  }

  private static PoolAttributes attributes(NodeContext context) {
    return (PoolAttributes) context.node().attributes();
  }
}
