package io.skipscope.op.conv;

import io.skipscope.op.CeilDiv;
import io.skipscope.op.LaunchBuilder;

/**
 * What a work-group of {@code conv_gemm.gpu.cl} computes.
 *
 * @param channels output channels, a multiple of 4 * {@code itemChannels}
 * @param pixels output pixels, a multiple of 4
 * @param itemChannels output channels of a work-item, 4 or 8; it has 4 pixels
 */
record GemmTile(int channels, int pixels, int itemChannels) {
  /** For large products: most multiplications for each number that is read. */
  static final GemmTile LARGE = new GemmTile(128, 64, 8);

  static final GemmTile MEDIUM = new GemmTile(64, 64, 4);

  /** For devices of tight limits, and for what fills less than half of a larger tile. */
  static final GemmTile SMALL = new GemmTile(32, 32, 4);

  private static final int ITEM_PIXELS = 4;

  int itemRows() {
    return channels / itemChannels;
  }

  int itemColumns() {
    return pixels / ITEM_PIXELS;
  }

  int workItems() {
    return itemRows() * itemColumns();
  }

  /** Depth of the tiles that lie in local memory: TILE_DEPTH of the kernel. */
  int depth() {
    return 4 * workItems() / channels;
  }

  int localBytes() {
    return depth() * (channels + pixels) * Float.BYTES;
  }

  int channelTiles(int outputs) {
    return CeilDiv.of(outputs, channels);
  }

  int pixelTiles(int count) {
    return CeilDiv.of(count, pixels);
  }

  /** Steps that cover so much depth. */
  int steps(int extent) {
    return CeilDiv.of(extent, depth());
  }

  LaunchBuilder define(LaunchBuilder launch) {
    return launch
        .define("TILE_CHANNELS", channels)
        .define("TILE_PIXELS", pixels)
        .define("ITEM_CHANNELS", itemChannels);
  }
}
