package io.skipscope.op.conv;

import io.skipscope.op.Packing;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/**
 * The order in which a tiled product reads a weight [outChannels, groupChannels, kernelH, kernelW]:
 * [groups, taps / innerTaps, groupChannels * innerTaps, outChannels / groups].
 *
 * <p>So the lines of a tile lie one behind the other. Zeros fill up the last axis to whole tiles
 * and the one before it to whole steps.
 *
 * @param innerTaps taps of a channel that lie together: 1 or all
 * @param step depth of a tile
 * @param tile output channels of a tile
 */
record ConvGemmWeights(int groups, int innerTaps, int step, int tile) {
  Packing packing() {
    return new Packing("gemm%dg%dt%d".formatted(tile, groups, innerTaps), this::pack);
  }

  private float[] pack(Tensor weight) {
    Shape shape = weight.shape();
    int taps = shape.height() * shape.width();
    int depth = shape.channels() * taps;
    int groupOutputs = shape.batch() / groups;
    int tapRows = roundUp(shape.channels() * innerTaps, step);
    int groupRows = taps / innerTaps * tapRows;
    int columns = roundUp(groupOutputs, tile);
    float[] packed = new float[groups * groupRows * columns];
    for (int k = 0; k < depth; k++) {
      int tap = k % taps;
      int row = tap / innerTaps * tapRows + k / taps * innerTaps + tap % innerTaps;
      for (int out = 0; out < shape.batch(); out++) {
        int groupRow = out / groupOutputs * groupRows + row;
        packed[groupRow * columns + out % groupOutputs] = weight.data()[out * depth + k];
      }
    }
    return packed;
  }

  private static int roundUp(int extent, int multiple) {
    return (extent + multiple - 1) / multiple * multiple;
  }
}
