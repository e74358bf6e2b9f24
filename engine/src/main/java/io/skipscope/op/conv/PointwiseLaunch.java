package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.Tuning;

/**
 * The shape of a matrix product over the pixels of maps in channel blocks.
 *
 * @param samples maps of inBlocks * 8 and of outChannels channels
 * @param samplesPerWeight so many consecutive samples share a weight
 * @param rows of the output
 * @param columns of the output
 */
record PointwiseLaunch(
    int samples, int samplesPerWeight, int inBlocks, int outChannels, int rows, int columns) {
  static final String FUNCTION = "pointwise_c8";

  private static final WorkGroup ONE_TILE = new WorkGroup(1, 1, 1);

  /** Without strides: tiles go on from one row to the next. */
  KernelLaunch joinedRows(LaunchBuilder launch, Tuning tuning) {
    BlockedTile tile = BlockedTile.of(tuning, rows * columns, outChannels);
    return build(launch.define("JOINED_ROWS", ""), tile, rows, columns, 1, 1);
  }

  /** With strides over an input of {@code inHeight} rows of {@code inWidth} pixels. */
  KernelLaunch strided(
      LaunchBuilder launch, Tuning tuning, int inHeight, int inWidth, int strideH, int strideW) {
    BlockedTile tile = BlockedTile.of(tuning, columns, outChannels);
    return build(launch, tile, inHeight, inWidth, strideH, strideW);
  }

  private KernelLaunch build(
      LaunchBuilder launch, BlockedTile tile, int inHeight, int inWidth, int strideH, int strideW) {
    long outer = (long) samples * tile.groups(outChannels);
    return tile.define(launch)
        .define("STRIDE_W", strideW)
        .ints(samples, samplesPerWeight)
        .ints(inBlocks, inHeight, inWidth)
        .ints(ChannelBlocks.count(outChannels), rows, columns)
        .ints(strideH)
        .build(new NdRange(tile.count(columns), rows, outer, ONE_TILE));
  }
}
