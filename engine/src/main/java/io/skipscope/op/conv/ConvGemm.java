package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.TiledVariant;
import java.util.List;
import java.util.Map;

/**
 * A convolution as a product of matrices that work-groups compute in square tiles.
 *
 * @param tile output channels and pixels of a work-group, a multiple of 8
 */
record ConvGemm(int tile) {
  /** Output channels and pixels of a work-item. */
  private static final int ITEM = 4;

  /** Takes what fills less than half of a larger tile. */
  private static final int SMALLEST_TILE = 32;

  /** Below so many outputs of each of several groups most of a tile would be computed in vain. */
  private static final int LEAST_GROUP_OUTPUTS = 8;

  KernelVariant variant() {
    return new TiledVariant(
        "conv_gemm_" + tile + ".gpu",
        context -> suits(ConvGeometry.of(context)),
        side() * side(),
        2 * step() * tile * Float.BYTES,
        context -> List.of(weights(context)),
        context -> Map.of(),
        context -> List.of(launch(context)));
  }

  private boolean suits(ConvGeometry g) {
    boolean isDense = g.attributes().groups() == 1 || groupOutputs(g) >= LEAST_GROUP_OUTPUTS;
    return isDense && (tile == SMALLEST_TILE || 2 * groupOutputs(g) > tile);
  }

  /** Work-items of a work-group along both axes. */
  private int side() {
    return tile / ITEM;
  }

  /** Depth of the tiles that lie in local memory: TILE_DEPTH of the kernel. */
  private int step() {
    return tile / 4;
  }

  private KernelLaunch launch(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    return new LaunchBuilder(context.node(), "conv/conv_gemm.gpu.cl", "conv_gemm")
        .define("TILE_CHANNELS", tile)
        .define("TILE_PIXELS", tile)
        .define("KERNEL_H", g.kernelH())
        .define("KERNEL_W", g.kernelW())
        .define("INNER_TAPS", innerTaps(g))
        .buffers(context.node().input(0), weights(context).buffer(), context.node().output())
        .epilogue()
        .ints(a.groups(), g.groupChannels())
        .ints(g.inHeight(), g.inWidth())
        .ints(groupOutputs(g), g.outHeight(), g.outWidth())
        .ints(a.strideH(), a.strideW())
        .ints(a.padTop(), a.padLeft())
        .ints(a.dilationH(), a.dilationW())
        .build(range(g));
  }

  /** Enough work-groups for the pixels of any range of rows. */
  private NdRange range(ConvGeometry g) {
    long columns = (long) tiles(side() * g.outWidth()) * side();
    long outer = (long) g.batch() * g.attributes().groups() * tiles(groupOutputs(g));
    return new NdRange(columns, g.outHeight(), outer, new WorkGroup(side(), side(), 1));
  }

  private PackedValue weights(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvGemmWeights weights =
        new ConvGemmWeights(g.attributes().groups(), innerTaps(g), step(), tile);
    return new PackedValue(context.node().input(1), weights.packing());
  }

  /** One tap at a time unless its channels, filled up to whole steps, would be a quarter more. */
  private int innerTaps(ConvGeometry g) {
    int channels = g.groupChannels();
    int padded = (channels + step() - 1) / step() * step();
    return 4 * padded <= 5 * channels ? 1 : g.kernelH() * g.kernelW();
  }

  private int tiles(int extent) {
    return (extent + tile - 1) / tile;
  }

  private static int groupOutputs(ConvGeometry g) {
    return g.outChannels() / g.attributes().groups();
  }
}
