package io.skipscope.op.conv;

import io.skipscope.op.CeilDiv;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.Packing;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/**
 * The order in which a blocked kernel reads a weight [outChannels, inChannels / groups, kernelH,
 * kernelW]: [outChannels / (8 * outBlocks), input blocks of a tile, kernelH, kernelW, inLanes,
 * outBlocks, 8], see {@link InputSpan}.
 *
 * <p>So the innermost loops of a register tile read on and on. Zeros stand for channels that are
 * not there, or of another group.
 *
 * @param outBlocks blocks of eight output channels in a register tile
 * @param inLanes input channels that lie together in a pixel
 */
record BlockedWeights(int outBlocks, int inLanes, int groups) {
  /** One number per output channel and tap: the order of depthwise kernels. */
  static final Packing DEPTHWISE = new BlockedWeights(1, 1).packing();

  /** For one group. */
  BlockedWeights(int outBlocks, int inLanes) {
    this(outBlocks, inLanes, 1);
  }

  Packing packing() {
    String name = "o" + outBlocks + "i" + inLanes + (groups == 1 ? "" : "g" + groups);
    return new Packing(name, this::pack);
  }

  /** Output channels of a register tile, which lie together. */
  int tileChannels() {
    return outBlocks * ChannelBlocks.SIZE;
  }

  /** Rows of output channels in a tile of a 1x1 kernel in one group, one for each input channel. */
  int rows(int inChannels) {
    return CeilDiv.of(inChannels, inLanes) * inLanes;
  }

  /** The numbers of a weight in this order. */
  float[] pack(Tensor weight) {
    Shape shape = weight.shape();
    int taps = shape.height() * shape.width();
    InputSpan span =
        new InputSpan(shape.channels() * groups, shape.batch(), groups, outBlocks, inLanes);
    int inBlocks = span.blocks();
    int tileChannels = tileChannels();
    int tapStride = inLanes * tileChannels;
    float[] numbers = weight.data();
    float[] packed = new float[span.tiles() * inBlocks * taps * tapStride];
    int source = 0;
    int firstBlock = 0;
    for (int out = 0; out < shape.batch(); out++) {
      int tile = out / tileChannels;
      if (out % tileChannels == 0) {
        firstBlock = span.firstBlock(tile);
      }
      int channel = out / span.outGroupChannels() * shape.channels();
      int block = tile * inBlocks + channel / inLanes - firstBlock;
      int inLane = channel % inLanes;
      int target = block * taps * tapStride + inLane * tileChannels + out % tileChannels;
      for (int in = 0; in < shape.channels(); in++) {
        for (int tap = 0; tap < taps; tap++) {
          packed[target + tap * tapStride] = numbers[source++];
        }
        target += tileChannels;
        inLane++;
        if (inLane == inLanes) {
          inLane = 0;
          target += (taps - 1) * tapStride;
        }
      }
    }
    return packed;
  }
}
