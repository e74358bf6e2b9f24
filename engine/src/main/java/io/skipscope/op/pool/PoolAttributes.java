package io.skipscope.op.pool;

import io.skipscope.graph.Attributes;

/**
 * The window of a pooling.
 *
 * @param ceilMode rounds the number of windows up instead of down; a window that would start beyond
 *     the input and its top or left padding is left out all the same
 * @param countIncludePad whether an average counts the padding as zeros; what ceil mode reaches
 *     beyond the padding is never counted
 */
public record PoolAttributes(
    int kernelH,
    int kernelW,
    int strideH,
    int strideW,
    int padTop,
    int padLeft,
    int padBottom,
    int padRight,
    int dilationH,
    int dilationW,
    boolean ceilMode,
    boolean countIncludePad)
    implements Attributes {
  /** A square window with the same padding on all sides; rounds down, counts no padding. */
  public static PoolAttributes square(int kernel, int stride, int pad) {
    return new PoolAttributes(
        kernel, kernel, stride, stride, pad, pad, pad, pad, 1, 1, false, false);
  }
}
