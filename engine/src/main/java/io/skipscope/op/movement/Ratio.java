package io.skipscope.op.movement;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;

/** By how much an axis grows, as a fraction {@code up / down} of small whole numbers above 0. */
record Ratio(long up, long down) {
  private static final long MAX_DOWN = 4096;

  static Ratio of(NodeContext context, int input, ResizeAttributes.Extent extent) {
    Ratio ratio =
        extent instanceof ResizeAttributes.Size size
            ? new Ratio(size.extent(), input)
            : ofFactor(((ResizeAttributes.Scale) extent).factor());
    if (ratio.up < 1 || ratio.down < 1 || ratio.up > Integer.MAX_VALUE / 8) {
      throw new GraphException(
          context.node().name(),
          "a resize of " + input + " elements by " + extent,
          "a factor or extent above 0 that keeps tensors small");
    }
    return ratio;
  }

  /**
   * The fraction with the smallest denominator that is {@code factor} in float32, so that 0.8f is
   * 4/5; failing that, the nearest fraction of {@link #MAX_DOWN} parts.
   */
  private static Ratio ofFactor(float factor) {
    for (long down = 1; down <= MAX_DOWN; down++) {
      long up = Math.round((double) factor * down);
      if ((float) ((double) up / down) == factor) {
        return new Ratio(up, down);
      }
    }
    return new Ratio(Math.round((double) factor * MAX_DOWN), MAX_DOWN);
  }
}
