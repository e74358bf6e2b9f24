package io.skipscope.op.pool;

import io.skipscope.graph.Attributes;
import io.skipscope.op.AutoPad;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * The window of a pooling.
 *
 * @param ceilMode rounds the number of windows up instead of down; a window that would start beyond
 *     the input and its top or left padding is left out all the same
 * @param countIncludePad whether an average counts the padding as zeros; what ceil mode reaches
 *     beyond the padding is never counted
 * @param autoPad what the padding follows; where it is not {@link AutoPad#NONE}, the four paddings
 *     are those of the shapes that were inferred last
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
    boolean countIncludePad,
    AutoPad autoPad)
    implements Attributes {
  /** Fixed padding. */
  public PoolAttributes(
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
      boolean countIncludePad) {
    this(
        kernelH,
        kernelW,
        strideH,
        strideW,
        padTop,
        padLeft,
        padBottom,
        padRight,
        dilationH,
        dilationW,
        ceilMode,
        countIncludePad,
        AutoPad.NONE);
  }

  @Override
  public PoolAttributes forInputs(List<Shape> inputs) {
    if (autoPad == AutoPad.NONE || inputs.get(0).rank() != 4) {
      return this;
    }
    Shape x = inputs.get(0);
    return new PoolAttributes(
        kernelH,
        kernelW,
        strideH,
        strideW,
        autoPad.before(x.height(), kernelH, strideH, dilationH),
        autoPad.before(x.width(), kernelW, strideW, dilationW),
        autoPad.behind(x.height(), kernelH, strideH, dilationH),
        autoPad.behind(x.width(), kernelW, strideW, dilationW),
        dilationH,
        dilationW,
        ceilMode,
        countIncludePad,
        autoPad);
  }

  /** A square window with the same padding on all sides; rounds down, counts no padding. */
  public static PoolAttributes square(int kernel, int stride, int pad) {
    return new PoolAttributes(
        kernel, kernel, stride, stride, pad, pad, pad, pad, 1, 1, false, false);
  }
}
