package io.skipscope.op.linear;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Strides;
import io.skipscope.tensor.Shape;
import java.util.Arrays;

/**
 * The extents of a matrix product with broadcast batch axes, as numpy.matmul defines them.
 *
 * @param batch the extents of the four batch axes, missing ones in front being 1
 * @param leftStrides elements from one matrix of the left input to the next along each batch axis,
 *     0 where it is broadcast; {@code rightStrides} likewise
 */
record MatMulShapes(
    int[] batch, int[] leftStrides, int[] rightStrides, int rows, int depth, int columns) {
  static final int MAX_BATCH_AXES = 4;

  static MatMulShapes of(NodeContext context) {
    Shape left = leftMatrices(context.input(0));
    Shape right = rightMatrices(context.input(1));
    Shape leftBatch = batchOf(left);
    Shape rightBatch = batchOf(right);
    int batchRank = Math.max(leftBatch.rank(), rightBatch.rank());
    if (batchRank > MAX_BATCH_AXES
        || left.extent(-1) != right.extent(-2)
        || !canBroadcast(leftBatch, rightBatch)) {
      throw new GraphException(
          context.node().name(),
          "matrices of shapes " + context.input(0) + " and " + context.input(1),
          "[..., M, K] and [..., K, N] with at most " + MAX_BATCH_AXES + " equal axes before");
    }
    int[] batch = new int[MAX_BATCH_AXES];
    for (int axis = 0; axis < MAX_BATCH_AXES; axis++) {
      int fromEnd = MAX_BATCH_AXES - axis;
      batch[axis] = broadcast(extentOrOne(leftBatch, fromEnd), extentOrOne(rightBatch, fromEnd));
    }
    return new MatMulShapes(
        batch,
        batchStrides(leftBatch, left.extent(-2) * left.extent(-1)),
        batchStrides(rightBatch, right.extent(-2) * right.extent(-1)),
        left.extent(-2),
        left.extent(-1),
        right.extent(-1));
  }

  int matrices() {
    return Shape.of(batch).elementCount();
  }

  /** Where the matrix of batch position {@code index} begins in an input with these strides. */
  int start(int index, int[] strides) {
    int offset = 0;
    int rest = index;
    for (int axis = MAX_BATCH_AXES - 1; axis >= 0; axis--) {
      offset += rest % batch[axis] * strides[axis];
      rest /= batch[axis];
    }
    return offset;
  }

  /** The result: batch axes, M and N, without the axes that vectors were given. */
  static Shape outputShape(NodeContext context) {
    MatMulShapes shapes = of(context);
    Shape left = context.input(0);
    Shape right = context.input(1);
    int batchRank = Math.max(Math.max(left.rank(), right.rank()) - 2, 0);
    int[] all = Arrays.copyOf(shapes.batch, MAX_BATCH_AXES + 2);
    int end = MAX_BATCH_AXES;
    if (left.rank() > 1) {
      all[end++] = shapes.rows;
    }
    if (right.rank() > 1) {
      all[end++] = shapes.columns;
    }
    return Shape.of(Arrays.copyOfRange(all, MAX_BATCH_AXES - batchRank, end));
  }

  private static Shape leftMatrices(Shape left) {
    return left.rank() == 1 ? Shape.of(1, left.extent(0)) : left;
  }

  private static Shape rightMatrices(Shape right) {
    return right.rank() == 1 ? Shape.of(right.extent(0), 1) : right;
  }

  private static Shape batchOf(Shape matrices) {
    return Shape.of(Arrays.copyOf(matrices.toArray(), matrices.rank() - 2));
  }

  private static boolean canBroadcast(Shape left, Shape right) {
    for (int fromEnd = 1; fromEnd <= Math.min(left.rank(), right.rank()); fromEnd++) {
      int l = left.extent(-fromEnd);
      int r = right.extent(-fromEnd);
      if (l != r && l != 1 && r != 1) {
        return false;
      }
    }
    return true;
  }

  private static int extentOrOne(Shape shape, int fromEnd) {
    return fromEnd > shape.rank() ? 1 : shape.extent(-fromEnd);
  }

  private static int broadcast(int left, int right) {
    return left == 1 ? right : left;
  }

  private static int[] batchStrides(Shape batch, int matrixElements) {
    int[] strides = Strides.broadcast(batch, MAX_BATCH_AXES);
    return Arrays.stream(strides).map(stride -> stride * matrixElements).toArray();
  }
}
