package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import io.skipscope.op.TiledVariant;
import io.skipscope.tensor.Tensor;
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

  /**
   * The tile is worth its work-items if it is filled by more than half; the smallest tile takes
   * whatever the others leave.
   */
  private static final int SMALLEST_TILE = 32;

  KernelVariant variant() {
    return new TiledVariant(
        "conv_gemm_" + tile + ".gpu",
        context -> suits(ConvGeometry.of(context)),
        side() * side(),
        2 * depth() * tile * Float.BYTES,
        context -> List.of(weights(context)),
        context -> Map.of(),
        context -> List.of(launch(context)));
  }

  private boolean suits(ConvGeometry g) {
    return tile == SMALLEST_TILE || 2 * groupOutputs(g) > tile;
  }

  /** Work-items of a work-group along both axes. */
  private int side() {
    return tile / ITEM;
  }

  /** Products that a work-item adds between two barriers: TILE_DEPTH of the kernel. */
  private int depth() {
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
    long groupsPerRowOfGroups = tiles(side() * g.outWidth());
    long outer = (long) g.batch() * g.attributes().groups() * tiles(groupOutputs(g));
    return new NdRange(
        groupsPerRowOfGroups * side(), g.outHeight(), outer, new WorkGroup(side(), side(), 1));
  }

  private PackedValue weights(NodeContext context) {
    int groups = ConvGeometry.of(context).attributes().groups();
    Packing packing =
        new Packing("gemm" + tile + "g" + groups, weight -> depthByChannel(weight, groups));
    return new PackedValue(context.node().input(1), packing);
  }

  /**
   * The weight [outChannels, groupChannels, kernelH, kernelW] as [groups, depth, groupOutputs], the
   * last two filled up with zeros to whole tiles.
   */
  private float[] depthByChannel(Tensor weight, int groups) {
    int outputs = weight.shape().batch();
    int groupOutputs = outputs / groups;
    int depth = weight.data().length / outputs;
    int rows = ceilDiv(depth, depth()) * depth();
    int columns = tiles(groupOutputs) * tile;
    float[] packed = new float[groups * rows * columns];
    for (int output = 0; output < outputs; output++) {
      int first = output / groupOutputs * rows * columns + output % groupOutputs;
      for (int k = 0; k < depth; k++) {
        packed[first + k * columns] = weight.data()[output * depth + k];
      }
    }
    return packed;
  }

  private int tiles(int extent) {
    return ceilDiv(extent, tile);
  }

  private static int groupOutputs(ConvGeometry g) {
    return g.outChannels() / g.attributes().groups();
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
