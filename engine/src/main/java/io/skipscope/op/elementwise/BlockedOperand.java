package io.skipscope.op.elementwise;

import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LayoutCopy;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;

/**
 * One operand of an operation on blocked maps.
 *
 * @param shape of rank 4 as it lies in memory, with all channels of the output
 * @param packed the packed copy of a stored operand; null for a computed one
 * @param buffer what a launch names
 */
record BlockedOperand(Shape shape, PackedValue packed, String buffer) {
  /** Computed maps must have all channels; what is stored is repeated as it is packed. */
  static boolean fits(NodeContext context, int input) {
    return context.isStored(input)
        ? context.input(input).rank() <= 4
        : context.input(input).rank() == 4
            && context.input(input).channels() == context.output().channels();
  }

  static BlockedOperand of(NodeContext context, int input) {
    String value = context.node().input(input);
    if (!context.isStored(input)) {
      return new BlockedOperand(context.input(input), null, value);
    }
    int channels = context.output().channels();
    PackedValue packed = new PackedValue(value, packing(channels));
    return new BlockedOperand(
        fourAxes(context.input(input)).with(1, channels), packed, packed.buffer());
  }

  /** Vectors from one sample, block, row and column to the next; 0 where the operand repeats. */
  int[] strides() {
    int plane = shape.height() * shape.width();
    return new int[] {
      shape.batch() == 1 ? 0 : ChannelBlocks.count(shape.channels()) * plane,
      plane,
      shape.height() == 1 ? 0 : shape.width(),
      shape.width() == 1 ? 0 : 1
    };
  }

  private static Packing packing(int channels) {
    return new Packing(
        "nchwc8x" + channels,
        tensor -> LayoutCopy.toLayout(withChannels(tensor, channels), Layout.NCHWC8));
  }

  /** The tensor with four axes; where it has one channel only, that one {@code channels} times. */
  private static Tensor withChannels(Tensor tensor, int channels) {
    Shape shape = fourAxes(tensor.shape());
    if (shape.channels() == channels) {
      return tensor.reshaped(shape);
    }
    Tensor repeated = Tensor.zeros(shape.with(1, channels));
    int plane = shape.height() * shape.width();
    for (int map = 0; map < shape.batch() * channels; map++) {
      System.arraycopy(tensor.data(), map / channels * plane, repeated.data(), map * plane, plane);
    }
    return repeated;
  }

  private static Shape fourAxes(Shape shape) {
    int[] extents = new int[4];
    Arrays.fill(extents, 1);
    System.arraycopy(shape.toArray(), 0, extents, 4 - shape.rank(), shape.rank());
    return Shape.of(extents);
  }
}
