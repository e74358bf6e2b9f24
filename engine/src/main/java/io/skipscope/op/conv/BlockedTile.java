package io.skipscope.op.conv;

import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;

/**
 * The part of an output that one work-item of a blocked kernel keeps in registers.
 *
 * @param columns pixels that lie side by side
 * @param outBlocks blocks of eight output channels
 */
record BlockedTile(int columns, int outBlocks) {
  /** The preferred first: 7 divides the maps of nets for 224 pixels, 8 those of nets for 32. */
  private static final int[] COLUMNS = {8, 7, 6, 5, 4, 3, 2};

  /**
   * The tile that leaves least to compute twice.
   *
   * @param pixels that tiles are cut from, such as those of a row; a tile has no more than these
   */
  static BlockedTile of(int pixels, int outChannels) {
    return new BlockedTile(columns(pixels), outBlocks(outChannels));
  }

  /** Blocks of output channels in every tile of a convolution: what its weights are packed for. */
  static int outBlocks(int outChannels) {
    return Math.min(2, ChannelBlocks.count(outChannels));
  }

  /** Tiles that cover so many pixels. */
  int count(int pixels) {
    return ceilDiv(pixels, columns);
  }

  /** Groups of output blocks; the last may reach beyond the last block. */
  int groups(int outChannels) {
    return ceilDiv(ChannelBlocks.count(outChannels), outBlocks);
  }

  LaunchBuilder define(LaunchBuilder launch) {
    return launch.define("TILE_COLUMNS", columns).define("OUT_BLOCKS", outBlocks);
  }

  private static int columns(int pixels) {
    int best = 1;
    int leastWork = Integer.MAX_VALUE;
    for (int columns : COLUMNS) {
      int work = ceilDiv(pixels, columns) * columns;
      if (columns <= pixels && work < leastWork) {
        best = columns;
        leastWork = work;
      }
    }
    return best;
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
