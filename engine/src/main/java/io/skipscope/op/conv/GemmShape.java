package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.Packing;

/**
 * A convolution as a product of matrices in tiles: the launch of {@code conv_gemm.gpu.cl}.
 *
 * @param splits parts of the depth that different work-groups add up
 */
record GemmShape(ConvGeometry g, GemmTile tile, int splits) {
  /** Work-groups that keep a GPU of medium size busy. */
  private static final int BUSY_GROUPS = 96;

  /** Steps of depth that are worth a work-group, and a share in the addition of all parts. */
  private static final int LEAST_STEPS = 8;

  private static final int MOST_SPLITS = 16;

  /** A whole convolution. */
  static GemmShape of(ConvGeometry g, GemmTile tile) {
    return new GemmShape(g, tile, 1);
  }

  /** A convolution whose depth is split so far that its few work-groups become enough. */
  static GemmShape split(ConvGeometry g, GemmTile tile) {
    GemmShape whole = of(g, tile);
    long wanted = (BUSY_GROUPS + whole.workGroups() - 1) / whole.workGroups();
    long worthwhile = Math.min(MOST_SPLITS, whole.steps() / LEAST_STEPS);
    return new GemmShape(g, tile, (int) Math.max(2, Math.min(wanted, worthwhile)));
  }

  /** Whether work-groups are many enough to keep a GPU busy. */
  boolean isBusy() {
    return workGroups() >= BUSY_GROUPS;
  }

  /** Whether splitting the depth makes up for the further launch that adds the parts. */
  boolean isWorthSplitting() {
    return 3 * workGroups() <= BUSY_GROUPS && steps() >= 2 * LEAST_STEPS;
  }

  /** Whether most of each tile is computed in vain. */
  boolean isWasteful() {
    return 2 * groupOutputs() <= tile.channels();
  }

  Packing weights() {
    return new ConvGemmWeights(g.attributes().groups(), innerTaps(), tile.depth(), tile.channels())
        .packing();
  }

  /**
   * @param launch has the buffers and the epilogue
   */
  KernelLaunch build(LaunchBuilder launch) {
    ConvAttributes a = g.attributes();
    if (splits > 1) {
      launch.define("SPLIT_DEPTH", "");
    }
    if (isPointwise()) {
      launch.define("POINTWISE", "");
    }
    return tile.define(launch)
        .define("KERNEL_H", g.kernelH())
        .define("KERNEL_W", g.kernelW())
        .define("INNER_TAPS", innerTaps())
        .ints(g.batch(), splits)
        .ints(a.groups(), g.groupChannels())
        .ints(g.inHeight(), g.inWidth())
        .ints(groupOutputs(), g.outHeight(), g.outWidth())
        .ints(a.strideH(), a.strideW())
        .ints(a.padTop(), a.padLeft())
        .ints(a.dilationH(), a.dilationW())
        .build(range());
  }

  /** Enough work-groups for the pixels of any range of rows. */
  private NdRange range() {
    long columns = (long) tile.pixelTiles(tile.itemRows() * g.outWidth()) * tile.itemColumns();
    WorkGroup group = new WorkGroup(tile.itemColumns(), tile.itemRows(), 1);
    return new NdRange(columns, g.outHeight(), splits * channelTilesOfAll(), group);
  }

  private long workGroups() {
    return channelTilesOfAll() * tile.pixelTiles(g.outHeight() * g.outWidth());
  }

  private long channelTilesOfAll() {
    return (long) g.batch() * g.attributes().groups() * tile.channelTiles(groupOutputs());
  }

  private int steps() {
    return g.kernelH() * g.kernelW() / innerTaps() * tile.steps(g.groupChannels() * innerTaps());
  }

  /** One tap at a time unless its channels, filled up to whole steps, would be a quarter more. */
  private int innerTaps() {
    int padded = tile.steps(g.groupChannels()) * tile.depth();
    return 4 * padded <= 5 * g.groupChannels() ? 1 : g.kernelH() * g.kernelW();
  }

  private boolean isPointwise() {
    ConvAttributes a = g.attributes();
    return g.kernelH() * g.kernelW() == 1 && a.strideH() == 1 && a.strideW() == 1 && !a.isPadded();
  }

  private int groupOutputs() {
    return g.outChannels() / g.attributes().groups();
  }
}
