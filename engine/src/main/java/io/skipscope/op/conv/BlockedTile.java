package io.skipscope.op.conv;

import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;

/**
 * The part of an output that one work-item of a blocked kernel keeps in registers.
 *
 * @param columns pixels of a row, at most as many as a row has
 * @param outBlocks blocks of eight output channels
 */
record BlockedTile(int columns, int outBlocks) {
  /** Widest first; 7 and 14 divide the maps of nets for 224 pixels, 8 those of nets for 32. */
  private static final int[] COLUMNS = {8, 7, 6, 5, 4, 3, 2};

  /** The tile that a convolution of these extents runs fastest with, as measured on CPUs. */
  static BlockedTile of(ConvGeometry g) {
    int columns = columns(g.outWidth());
    int blocks = ChannelBlocks.count(g.outChannels());
    return new BlockedTile(columns, blocks >= 2 ? 2 : 1);
  }

  /** A tile of one block, for kernels that do not mix channels. */
  static BlockedTile ofOneBlock(ConvGeometry g) {
    return new BlockedTile(columns(g.outWidth()), 1);
  }

  /** Tiles that cover a row. */
  int perRow(int outWidth) {
    return ceilDiv(outWidth, columns);
  }

  /** Groups of output blocks; the last may reach beyond the last block. */
  int groups(int outChannels) {
    return ceilDiv(ChannelBlocks.count(outChannels), outBlocks);
  }

  LaunchBuilder define(LaunchBuilder launch) {
    return launch.define("TILE_COLUMNS", columns).define("OUT_BLOCKS", outBlocks);
  }

  /** The widest of those that leave the fewest columns of a row to compute twice. */
  private static int columns(int outWidth) {
    int best = 1;
    int leastWork = Integer.MAX_VALUE;
    for (int columns : COLUMNS) {
      int work = ceilDiv(outWidth, columns) * columns;
      if (columns <= outWidth && work < leastWork) {
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
