package io.skipscope.op.conv;

import io.skipscope.op.CeilDiv;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;

/**
 * The input blocks that the register tiles of a convolution see: all of them with one group, else
 * those that hold the groups of a tile's output channels.
 *
 * <p>All tiles see equally many blocks, so some see channels of other groups, for which the weights
 * are zero.
 *
 * @param inChannels of all groups
 * @param outBlocks blocks of eight output channels in a tile
 * @param inLanes input channels of a block
 */
record InputSpan(int inChannels, int outChannels, int groups, int outBlocks, int inLanes) {
  static InputSpan of(ConvGeometry g, int outBlocks, int inLanes) {
    return new InputSpan(
        g.inChannels(), g.outChannels(), g.attributes().groups(), outBlocks, inLanes);
  }

  int inGroupChannels() {
    return inChannels / groups;
  }

  int outGroupChannels() {
    return outChannels / groups;
  }

  int tiles() {
    return CeilDiv.of(outChannels, tileChannels());
  }

  /** Input blocks that every tile sees. */
  int blocks() {
    int most = 0;
    for (int tile = 0; tile < tiles(); tile++) {
      int lastOutput = Math.min(outChannels, (tile + 1) * tileChannels()) - 1;
      int end = (lastOutput / outGroupChannels() + 1) * inGroupChannels();
      most = Math.max(most, CeilDiv.of(end, inLanes) - firstNeeded(tile));
    }
    return most;
  }

  /** The first input block that a tile sees. */
  int firstBlock(int tile) {
    return Math.min(firstNeeded(tile), CeilDiv.of(inChannels, inLanes) - blocks());
  }

  /** Multiplications per pixel and tap, those by zero included. */
  long work() {
    return (long) tiles() * tileChannels() * blocks() * inLanes;
  }

  /** The three parameters from which {@code conv2d_c8} finds its input blocks. */
  LaunchBuilder ints(LaunchBuilder launch) {
    return launch.ints(blocks(), inGroupChannels(), outGroupChannels());
  }

  private int firstNeeded(int tile) {
    return tile * tileChannels() / outGroupChannels() * inGroupChannels() / inLanes;
  }

  private int tileChannels() {
    return outBlocks * ChannelBlocks.SIZE;
  }
}
