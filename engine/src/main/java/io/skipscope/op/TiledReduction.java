package io.skipscope.op;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import java.util.List;
import java.util.function.Function;

/**
 * Kernels for GPUs that reduce a run of last axes, one work-group for each [outer].
 *
 * @param source path below the OpenCL sources; the macro LANES is the size of its work-groups
 * @param function the kernel's name; its arguments are the input, the output and the length
 * @param view how the node's input is seen
 */
public record TiledReduction(String source, String function, Function<NodeContext, AxisView> view) {
  /** The work-group that any device allows, and all that a short run can employ. */
  private static final int FEW_LANES = 64;

  private static final int MANY_LANES = 256;

  /** Those for nodes that reduce their last axes, the one for long runs first. */
  public List<KernelVariant> variants() {
    return List.of(variant(MANY_LANES, MANY_LANES), variant(FEW_LANES, 1));
  }

  private TiledVariant variant(int lanes, int leastLength) {
    return TiledVariant.of(
        function + lanes + ".gpu",
        context -> fits(view.apply(context), leastLength),
        lanes,
        lanes * Float.BYTES,
        context -> launch(context, lanes));
  }

  private static boolean fits(AxisView view, int leastLength) {
    return view.inner() == 1 && view.length() >= leastLength;
  }

  private KernelLaunch launch(NodeContext context, int lanes) {
    AxisView axes = view.apply(context);
    return new LaunchBuilder(context.node(), source, function)
        .define("LANES", lanes)
        .buffers(context.node().input(0), context.node().output())
        .ints(axes.length())
        .build(new NdRange(lanes, axes.outer(), 1, new WorkGroup(lanes, 1, 1)));
  }
}
