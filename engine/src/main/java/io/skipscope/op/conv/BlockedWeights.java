package io.skipscope.op.conv;

import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.Packing;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/**
 * The order in which a blocked kernel reads a weight [outChannels, inChannels, kernelH, kernelW]:
 * [outChannels / (8 * outBlocks), inChannels / inLanes, kernelH, kernelW, inLanes, outBlocks, 8].
 *
 * <p>So the innermost loops of a register tile read on and on. Zeros stand for channels that are
 * not there.
 *
 * @param outBlocks blocks of eight output channels in a register tile
 * @param inLanes input channels that lie together in a pixel
 */
record BlockedWeights(int outBlocks, int inLanes) {
  /** One number per output channel and tap: the order of depthwise kernels. */
  static final Packing DEPTHWISE = new BlockedWeights(1, 1).packing();

  Packing packing() {
    return new Packing("o" + outBlocks + "i" + inLanes, this::pack);
  }

  /** The numbers of a weight in this order. */
  float[] pack(Tensor weight) {
    Shape shape = weight.shape();
    int taps = shape.height() * shape.width();
    int inBlocks = ceilDiv(shape.channels(), inLanes);
    int groupChannels = outBlocks * ChannelBlocks.SIZE;
    int groups = ceilDiv(shape.batch(), groupChannels);
    float[] packed = new float[groups * inBlocks * taps * inLanes * groupChannels];
    for (int out = 0; out < shape.batch(); out++) {
      for (int in = 0; in < shape.channels(); in++) {
        int block = out / groupChannels * inBlocks + in / inLanes;
        for (int tap = 0; tap < taps; tap++) {
          int pixel = (block * taps + tap) * inLanes + in % inLanes;
          packed[pixel * groupChannels + out % groupChannels] =
              weight.data()[(out * shape.channels() + in) * taps + tap];
        }
      }
    }
    return packed;
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
