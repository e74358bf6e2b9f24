package io.skipscope.op.movement;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;
import java.math.BigInteger;

/** By how much an axis grows, as a fraction {@code up / down} of small whole numbers above 0. */
record Ratio(long up, long down) {
  private static final long MAX_DOWN = 4096;
  private static final int MAX_EXTENT = 1 << 20;

  /**
   * @throws GraphException if nothing would be left of the axis, or far too much
   */
  static Ratio of(NodeContext context, int input, ResizeAttributes.Extent extent) {
    Ratio ratio =
        extent instanceof ResizeAttributes.Size size
            ? ofExtents(input, size.extent())
            : ofFactor(((ResizeAttributes.Scale) extent).factor());
    long output = input < 1 ? 0 : input * ratio.up / ratio.down;
    if (output < 1 || output > MAX_EXTENT) {
      throw new GraphException(
          context.node().name(),
          "a resize of " + input + " elements by " + extent,
          "1 to " + MAX_EXTENT + " elements");
    }
    return ratio;
  }

  private static Ratio ofExtents(int input, int output) {
    long divisor =
        Math.max(1, BigInteger.valueOf(input).gcd(BigInteger.valueOf(output)).longValue());
    return new Ratio(output / divisor, input / divisor);
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
