package io.skipscope.op.pool;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;

/** How many windows a pooling has, and which taps of a window fall on the input. */
final class PoolGeometry {
  /** Keeps all positions far from overflow. */
  private static final int MAX_PARAMETER = 1 << 15;

  private PoolGeometry() {}

  /** The output of a pooling of [N, C, H, W]. */
  static Shape outputShape(NodeContext context) {
    Shape x = context.input(0, 4);
    PoolAttributes a = (PoolAttributes) context.node().attributes();
    int height =
        windows(
            context,
            x.height(),
            a.kernelH(),
            a.strideH(),
            a.padTop(),
            a.padBottom(),
            a.dilationH());
    int width =
        windows(
            context, x.width(), a.kernelW(), a.strideW(), a.padLeft(), a.padRight(), a.dilationW());
    return Shape.of(x.batch(), x.channels(), height, width);
  }

  private static int windows(
      NodeContext context,
      int extent,
      int kernel,
      int stride,
      int padBefore,
      int padAfter,
      int dilation) {
    String node = context.node().name();
    if (isOutsideOfRange(kernel) || isOutsideOfRange(stride) || isOutsideOfRange(dilation)) {
      throw new GraphException(
          node,
          "kernel " + kernel + ", stride " + stride + ", dilation " + dilation,
          "1 to " + MAX_PARAMETER + " each");
    }
    int reach = (kernel - 1) * dilation + 1;
    int most = Math.min(reach - 1, MAX_PARAMETER);
    if (padBefore < 0 || padAfter < 0 || Math.max(padBefore, padAfter) > most) {
      throw new GraphException(
          node,
          "padding " + padBefore + " and " + padAfter + " for a window of " + reach,
          "0 to " + most);
    }
    boolean ceil = ((PoolAttributes) context.node().attributes()).ceilMode();
    int travel = extent + padBefore + padAfter - reach;
    int count = Math.floorDiv(ceil ? travel + stride - 1 : travel, stride) + 1;
    if (ceil && (count - 1) * stride >= extent + padBefore) {
      count--;
    }
    if (count < 1) {
      throw new GraphException(
          node,
          "a window of " + reach + " on an extent of " + extent,
          "a window that fits into the padded input");
    }
    return count;
  }

  private static boolean isOutsideOfRange(int parameter) {
    return parameter < 1 || parameter > MAX_PARAMETER;
  }

  /** The first tap of a window that starts at {@code start} at or behind position 0. */
  static int firstTap(int start, int dilation) {
    return start < 0 ? (-start + dilation - 1) / dilation : 0;
  }

  /** One past the last tap of a window before position {@code end}. */
  static int endTap(int start, int end, int kernel, int dilation) {
    return Math.min(kernel, Math.floorDiv(end - start + dilation - 1, dilation));
  }
}
