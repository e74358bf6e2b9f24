package io.skipscope.op;

/**
 * How far a computed number may lie from the true one.
 *
 * @param computed error of the arithmetic, in proportion to the magnitudes that were added up
 * @param stored error of storing the result, in proportion to the result
 * @param least below any rounding of numbers that are not subnormal
 */
public record Tolerance(double computed, double stored, double least) {
  /** Storing in half rounds to 11 bits, and subnormal numbers to multiples of 2^-24. */
  static Tolerance inHalf(double computed) {
    return new Tolerance(computed, 0x1p-11, 0x1p-25);
  }

  /** The allowed difference of one result. */
  double of(double scale, double result) {
    return computed * Math.max(scale, Math.abs(result)) + stored * Math.abs(result) + least;
  }
}
