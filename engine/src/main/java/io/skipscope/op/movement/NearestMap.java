package io.skipscope.op.movement;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;
import io.skipscope.op.movement.ResizeAttributes.Coordinates;
import io.skipscope.op.movement.ResizeAttributes.Rounding;

/**
 * Which input position a nearest-neighbour resize shows at an output position along one axis:
 * floor((position * scale + shift) / divisor), clamped to the input.
 *
 * <p>All numbers are whole, so that every device and this class round alike.
 *
 * @param input extent of the input along the axis
 * @param output extent of the output
 */
record NearestMap(int input, int output, int scale, int shift, int divisor) {
  static NearestMap of(
      NodeContext context,
      int input,
      ResizeAttributes.Extent extent,
      Coordinates coordinates,
      Rounding rounding) {
    Ratio ratio = Ratio.of(context, input, extent);
    int output = Math.toIntExact(input * ratio.up() / ratio.down());
    NearestMap exact = coordinate(coordinates, ratio, input, output).rounded(rounding);
    if (Math.abs((long) output * exact.scale) + Math.abs((long) exact.shift) > Integer.MAX_VALUE) {
      throw new GraphException(
          context.node().name(), "a resize from " + input + " to " + output, "a simpler factor");
    }
    return exact;
  }

  int source(int position) {
    int nearest = Math.floorDiv(position * scale + shift, divisor);
    return Math.max(0, Math.min(nearest, input - 1));
  }

  /** The coordinate before it is made a whole number, its floor in effect. */
  private static NearestMap coordinate(Coordinates mode, Ratio ratio, int input, int output) {
    int up = Math.toIntExact(ratio.up());
    int down = Math.toIntExact(ratio.down());
    boolean single = output == 1;
    return switch (mode) {
      case ASYMMETRIC -> new NearestMap(input, output, down, 0, up);
      case HALF_PIXEL -> new NearestMap(input, output, 2 * down, down - up, 2 * up);
      case PYTORCH_HALF_PIXEL ->
          single
              ? new NearestMap(input, output, 0, 0, 1)
              : coordinate(Coordinates.HALF_PIXEL, ratio, input, output);
      case ALIGN_CORNERS ->
          single
              ? new NearestMap(input, output, 0, 0, 1)
              : new NearestMap(input, output, input - 1, 0, output - 1);
    };
  }

  /** Other roundings as floors: ceil(n/d) = floor((n+d-1)/d), round(v) = floor(v + 1/2). */
  private NearestMap rounded(Rounding rounding) {
    return switch (rounding) {
      case FLOOR -> this;
      case CEIL -> new NearestMap(input, output, scale, shift + divisor - 1, divisor);
      case ROUND_PREFER_CEIL ->
          new NearestMap(input, output, 2 * scale, 2 * shift + divisor, 2 * divisor);
      case ROUND_PREFER_FLOOR ->
          new NearestMap(input, output, 2 * scale, 2 * shift + divisor - 1, 2 * divisor);
    };
  }
}
