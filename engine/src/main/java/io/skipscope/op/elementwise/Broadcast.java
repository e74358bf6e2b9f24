package io.skipscope.op.elementwise;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import java.util.Arrays;

/**
 * Two operands seen as four axes [outer, inner, rows, columns] of their broadcast result, after
 * numpy's rules: shapes are aligned at their last axis, and an extent of 1 repeats.
 *
 * <p>Rows and columns are the result's last two axes. Axes before them are merged where both
 * operands step through them alike; no more than two may remain.
 *
 * @param output the result's shape
 * @param extents of the four axes
 * @param leftStrides elements from one index to the next along each of the four axes, 0 where the
 *     left operand repeats
 * @param rightStrides likewise for the right operand
 */
record Broadcast(Shape output, int[] extents, int[] leftStrides, int[] rightStrides) {
  private static final int AXES = 4;

  /**
   * @throws GraphException if an axis has two different extents, neither of them 1, or more than
   *     four axes remain
   */
  static Broadcast of(NodeContext context) {
    String node = context.node().name();
    Shape left = context.input(0);
    Shape right = context.input(1);
    int rank = Math.max(AXES, Math.max(left.rank(), right.rank()));
    int[] extents = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int a = alignedExtent(left, rank, axis);
      int b = alignedExtent(right, rank, axis);
      if (a != b && a != 1 && b != 1) {
        throw new GraphException(
            node, "operands of " + left + " and " + right, "extents that are equal or 1");
      }
      extents[axis] = a == 1 ? b : a;
    }
    int outputRank = Math.max(left.rank(), right.rank());
    Shape output = Shape.of(Arrays.copyOfRange(extents, rank - outputRank, rank));
    Broadcast full =
        new Broadcast(output, extents, strides(left, extents), strides(right, extents));
    while (full.extents.length > AXES) {
      full = full.mergeOnePair(node);
    }
    return full;
  }

  /** Rows of all slabs together. */
  int rowCount() {
    return extents[0] * extents[1] * extents[2];
  }

  /** Output channels, for a bias: the extent of axis 1. */
  int channels() {
    return output.rank() > 1 ? output.channels() : 1;
  }

  /** Elements from one channel to the next. */
  int channelPitch() {
    return output.product(Math.min(2, output.rank()), output.rank());
  }

  /** Where row {@code row} of all slabs begins in an operand of these strides. */
  int rowStart(int row, int[] strides) {
    int y = row % extents[2];
    int slab = row / extents[2];
    return slab / extents[1] * strides[0] + slab % extents[1] * strides[1] + y * strides[2];
  }

  /** Merges one pair of neighbouring axes, rows and columns excepted, that both operands allow. */
  private Broadcast mergeOnePair(String node) {
    for (int axis = 0; axis < extents.length - 2; axis++) {
      if (extents[axis] == 1) {
        return drop(axis);
      }
    }
    for (int axis = 0; axis < extents.length - 3; axis++) {
      if (isContiguous(leftStrides, axis) && isContiguous(rightStrides, axis)) {
        Broadcast merged = drop(axis);
        merged.extents[axis] = extents[axis] * extents[axis + 1];
        return merged;
      }
    }
    throw new GraphException(
        node,
        "a broadcast over " + extents.length + " separate axes",
        "at most " + AXES + "; split the operation");
  }

  private boolean isContiguous(int[] strides, int axis) {
    return strides[axis] == strides[axis + 1] * extents[axis + 1];
  }

  private Broadcast drop(int axis) {
    return new Broadcast(
        output, without(extents, axis), without(leftStrides, axis), without(rightStrides, axis));
  }

  private static int[] without(int[] numbers, int axis) {
    int[] fewer = new int[numbers.length - 1];
    System.arraycopy(numbers, 0, fewer, 0, axis);
    System.arraycopy(numbers, axis + 1, fewer, axis, fewer.length - axis);
    return fewer;
  }

  private static int[] strides(Shape operand, int[] extents) {
    int[] strides = new int[extents.length];
    int stride = 1;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      int extent = alignedExtent(operand, extents.length, axis);
      strides[axis] = extent == 1 ? 0 : stride;
      stride *= extent;
    }
    return strides;
  }

  private static int alignedExtent(Shape shape, int rank, int axis) {
    int own = axis - (rank - shape.rank());
    return own < 0 ? 1 : shape.extent(own);
  }
}
