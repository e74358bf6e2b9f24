package io.skipscope.op.movement;

import io.skipscope.device.HostTask.Memory;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.error.GraphException;
import io.skipscope.graph.Node;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * A box of numbers that is copied: number i goes from {@code inOffset + sum(i * inStride)} to
 * {@code outOffset + sum(i * outStride)}.
 *
 * @param extents of the box, {@link #AXES} of them; the strides likewise, in elements
 */
record StridedCopy(int[] extents, int[] inStrides, int[] outStrides, int inOffset, int outOffset) {
  /**
   * The number of axes that the kernel walks; boxes of lower rank get axes of extent 1 in front.
   */
  static final int AXES = 6;

  /**
   * @throws GraphException if {@code box} has more than {@link #AXES} axes
   */
  static StridedCopy of(
      Node node, Shape box, int[] inStrides, int[] outStrides, int inOffset, int outOffset) {
    return new StridedCopy(
        sixAxes(node, box.toArray(), 1),
        sixAxes(node, inStrides, 0),
        sixAxes(node, outStrides, 0),
        inOffset,
        outOffset);
  }

  /** {@code numbers}, one per axis, with {@code filler} for the axes in front that are missing. */
  static int[] sixAxes(Node node, int[] numbers, int filler) {
    if (numbers.length > AXES) {
      throw new GraphException(
          node.name(), "a tensor of rank " + numbers.length, "a rank up to " + AXES);
    }
    int[] padded = new int[AXES];
    int added = AXES - numbers.length;
    Arrays.fill(padded, 0, added, filler);
    System.arraycopy(numbers, 0, padded, added, numbers.length);
    return padded;
  }

  /** The launch that copies from {@code input} to the node's output; none for an empty box. */
  List<KernelLaunch> launches(Node node, String input) {
    Shape box = Shape.of(extents);
    if (box.elementCount() == 0) {
      return List.of();
    }
    return List.of(
        new LaunchBuilder(node, "movement/strided_copy.ref.cl", "strided_copy")
            .buffers(input, node.output())
            .ints(extents)
            .ints(inStrides)
            .ints(outStrides)
            .ints(inOffset, outOffset)
            .build(NdRange.of(extents[5], extents[4], box.product(0, 4))));
  }

  /** Likewise for a box of at most four axes in vectors of eight channels. */
  List<KernelLaunch> blockedLaunches(Node node, String input) {
    Shape box = Shape.of(extents);
    if (box.elementCount() == 0) {
      return List.of();
    }
    return List.of(
        new LaunchBuilder(node, "movement/copy_c8.cpu.cl", "copy_c8")
            .buffers(input, node.output())
            .ints(lastFour(extents))
            .ints(lastFour(inStrides))
            .ints(lastFour(outStrides))
            .ints(inOffset, outOffset)
            .build(ChannelBlocks.vectors(extents[5], extents[4], box.product(0, 4))));
  }

  private static int[] lastFour(int[] numbers) {
    return Arrays.copyOfRange(numbers, AXES - 4, AXES);
  }

  /** The same in Java. */
  void run(Memory memory, float[] input, float[] output) {
    int rows = Shape.of(extents).product(0, AXES - 1);
    memory.parallelFor(rows, row -> copyRow(input, output, row));
  }

  private void copyRow(float[] input, float[] output, int row) {
    int from = inOffset;
    int to = outOffset;
    int rest = row;
    for (int axis = AXES - 2; axis >= 0; axis--) {
      int position = rest % extents[axis];
      from += position * inStrides[axis];
      to += position * outStrides[axis];
      rest /= extents[axis];
    }
    for (int column = 0; column < extents[AXES - 1]; column++) {
      output[to + column * outStrides[AXES - 1]] = input[from + column * inStrides[AXES - 1]];
    }
  }
}
