package io.skipscope.op.conv;

import io.skipscope.graph.Attributes;
import io.skipscope.op.AutoPad;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * The geometry of a two-dimensional convolution; kernel extents come from the weight's shape.
 *
 * @param strideH rows of the input from one output row to the next, at least 1; {@code strideW}
 *     likewise for columns
 * @param padTop rows of zeros above the input, at least 0; the other sides likewise
 * @param dilationH input rows from one kernel tap to the next, at least 1; {@code dilationW}
 *     likewise for columns
 * @param groups channels are cut into so many groups that do not mix; divides both channel counts
 * @param autoPad what the padding follows; where it is not {@link AutoPad#NONE}, the four paddings
 *     are those of the shapes that were inferred last
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
    int groups,
    AutoPad autoPad)
    implements Attributes {
  /** Fixed padding. */
  public ConvAttributes(
      int strideH,
      int strideW,
      int padTop,
      int padLeft,
      int padBottom,
      int padRight,
      int dilationH,
      int dilationW,
      int groups) {
    this(
        strideH,
        strideW,
        padTop,
        padLeft,
        padBottom,
        padRight,
        dilationH,
        dilationW,
        groups,
        AutoPad.NONE);
  }

  /** Equal strides, equal padding on all sides, no dilation. */
  public static ConvAttributes of(int stride, int pad, int groups) {
    return new ConvAttributes(stride, stride, pad, pad, pad, pad, 1, 1, groups);
  }

  @Override
  public ConvAttributes forInputs(List<Shape> inputs) {
    if (autoPad == AutoPad.NONE || inputs.get(0).rank() != 4) {
      return this;
    }
    Shape x = inputs.get(0);
    Shape weight = inputs.get(1);
    return new ConvAttributes(
        strideH,
        strideW,
        autoPad.before(x.height(), weight.height(), strideH, dilationH),
        autoPad.before(x.width(), weight.width(), strideW, dilationW),
        autoPad.behind(x.height(), weight.height(), strideH, dilationH),
        autoPad.behind(x.width(), weight.width(), strideW, dilationW),
        dilationH,
        dilationW,
        groups,
        autoPad);
  }

  public boolean isPadded() {
    return padTop + padLeft + padBottom + padRight > 0;
  }
}
