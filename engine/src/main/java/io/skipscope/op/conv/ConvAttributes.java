package io.skipscope.op.conv;

import io.skipscope.graph.Attributes;

/**
 * The geometry of a two-dimensional convolution; kernel extents come from the weight's shape.
 *
 * @param strideH rows of the input from one output row to the next, at least 1; {@code strideW}
 *     likewise for columns
 * @param padTop rows of zeros above the input, at least 0; the other sides likewise
 * @param dilationH input rows from one kernel tap to the next, at least 1; {@code dilationW}
 *     likewise for columns
 * @param groups channels are cut into so many groups that do not mix; divides both channel counts
 */
public record ConvAttributes(
    int strideH,
    int strideW,
    int padTop,
    int padLeft,
    int padBottom,
    int padRight,
    int dilationH,
    int dilationW,
    int groups)
    implements Attributes {

  /** Equal strides, equal padding on all sides, no dilation. */
  public static ConvAttributes of(int stride, int pad, int groups) {
    return new ConvAttributes(stride, stride, pad, pad, pad, pad, 1, 1, groups);
  }

  public boolean isPadded() {
    return padTop + padLeft + padBottom + padRight > 0;
  }
}
