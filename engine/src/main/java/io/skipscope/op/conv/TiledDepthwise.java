package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Node;
import io.skipscope.op.CeilDiv;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TiledVariant;

/** A depthwise convolution whose work-items slide a window down a short strip of outputs. */
final class TiledDepthwise {
  private static final String FUNCTION = "depthwise_rows";

  /** Outputs of a work-item. */
  private static final int STRIP = 4;

  /** So many taps, the sums and a line of input stay in registers on any GPU. */
  private static final int MOST_TAPS = 25;

  /** Together 16 columns by 16 rows: extents of ImageNet's maps are mostly multiples of 14. */
  private static final WorkGroup ONE_MAP = new WorkGroup(4, 16, 1);

  /** Together 8 columns by 8 rows of four maps, each too small for a tile of its own. */
  private static final WorkGroup SMALL_MAPS = new WorkGroup(2, 8, 4);

  private static final int WORK_ITEMS = 64;

  static final KernelVariant VARIANT =
      TiledVariant.of(
          FUNCTION + ".gpu", TiledDepthwise::accepts, WORK_ITEMS, 0, TiledDepthwise::launch);

  private TiledDepthwise() {}

  private static boolean accepts(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    return g.isDepthwise()
        && a.dilationH() == 1
        && a.dilationW() == 1
        && g.kernelH() * g.kernelW() <= MOST_TAPS;
  }

  private static KernelLaunch launch(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    WorkGroup group = g.outWidth() <= STRIP * SMALL_MAPS.columns() ? SMALL_MAPS : ONE_MAP;
    int columns = CeilDiv.of(g.outWidth(), STRIP);
    long maps = (long) g.batch() * g.outChannels();
    return begin(context.node(), g, group)
        .ints(g.batch())
        .ints(g.inChannels(), g.inHeight(), g.inWidth())
        .ints(g.outChannels() / g.inChannels(), g.outHeight(), g.outWidth())
        .ints(a.padTop(), a.padLeft())
        .build(new NdRange(columns, g.outHeight(), maps, group));
  }

  private static LaunchBuilder begin(Node node, ConvGeometry g, WorkGroup group) {
    return new LaunchBuilder(node, "conv/" + FUNCTION + ".gpu.cl", FUNCTION)
        .define("STRIP", STRIP)
        .define("GROUP_X", group.columns())
        .define("GROUP_Y", group.rows())
        .define("GROUP_Z", group.outer())
        .define("KERNEL_H", g.kernelH())
        .define("KERNEL_W", g.kernelW())
        .define("STRIDE_H", g.attributes().strideH())
        .define("STRIDE_W", g.attributes().strideW())
        .buffers(node.input(0), node.input(1), node.output())
        .epilogue();
  }
}
