package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.CeilDiv;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TiledVariant;

/**
 * Convolutions of few input channels: the first layer of a network, and groups too thin for tiles
 * of a matrix product.
 */
final class TiledDirect {
  private static final String FUNCTION = "conv_direct";

  /** Work-items, each with four columns. */
  private static final WorkGroup TILE = new WorkGroup(4, 16, 1);

  private static final int ITEM_PIXELS = 4;
  private static final int MANY_CHANNELS = 8;
  private static final int FEW_CHANNELS = 4;

  /** Pictures have so many channels at most. */
  private static final int STEM_CHANNELS = 4;

  /** From so many outputs of a group on, they fill a tile of a matrix product. */
  private static final int FULL_GROUP_OUTPUTS = 32;

  /** So that two work-groups fit the local memory of any device. */
  private static final int MOST_LOCAL_BYTES = 8 << 10;

  static final KernelVariant VARIANT =
      TiledVariant.of(
              FUNCTION + ".gpu",
              TiledDirect::accepts,
              TILE.columns() * TILE.rows(),
              MOST_LOCAL_BYTES,
              TiledDirect::launch)
          .suiting(TiledDirect::suits);

  private TiledDirect() {}

  private static boolean accepts(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    return a.dilationH() == 1 && a.dilationW() == 1 && localBytes(g) <= MOST_LOCAL_BYTES;
  }

  private static boolean suits(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    return g.attributes().groups() == 1
        ? g.inChannels() <= STEM_CHANNELS
        : groupOutputs(g) < FULL_GROUP_OUTPUTS;
  }

  private static long localBytes(ConvGeometry g) {
    ConvAttributes a = g.attributes();
    long rows = (TILE.rows() - 1L) * a.strideH() + g.kernelH();
    long columns = (TILE.columns() * ITEM_PIXELS - 1L) * a.strideW() + g.kernelW();
    return Float.BYTES * (rows * columns + (long) g.kernelH() * g.kernelW() * itemChannels(g));
  }

  private static KernelLaunch launch(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    return new LaunchBuilder(context.node(), "conv/" + FUNCTION + ".gpu.cl", FUNCTION)
        .define("ITEM_CHANNELS", itemChannels(g))
        .define("KERNEL_H", g.kernelH())
        .define("KERNEL_W", g.kernelW())
        .define("STRIDE_H", a.strideH())
        .define("STRIDE_W", a.strideW())
        .buffers(context.node().input(0), context.node().input(1), context.node().output())
        .epilogue()
        .ints(a.groups(), g.groupChannels())
        .ints(g.inHeight(), g.inWidth())
        .ints(groupOutputs(g), g.outHeight(), g.outWidth())
        .ints(a.padTop(), a.padLeft())
        .build(range(g));
  }

  private static NdRange range(ConvGeometry g) {
    int blocks = CeilDiv.of(groupOutputs(g), itemChannels(g));
    long outer = (long) g.batch() * g.attributes().groups() * blocks;
    int columns = CeilDiv.of(g.outWidth(), ITEM_PIXELS);
    return new NdRange(columns, g.outHeight(), outer, TILE);
  }

  /** Output channels of a work-item. */
  private static int itemChannels(ConvGeometry g) {
    return groupOutputs(g) <= FEW_CHANNELS ? FEW_CHANNELS : MANY_CHANNELS;
  }

  private static int groupOutputs(ConvGeometry g) {
    return g.outChannels() / g.attributes().groups();
  }
}
