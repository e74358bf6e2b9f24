package io.skipscope.viewer.state;

/** Which numbers the ends of the shared colour scale stand for. */
public enum RangeMode {
  /** The least and the greatest number of all maps on the card. */
  FULL,
  /** The first and the last percent of the numbers are beyond the ends, so that the rest shows. */
  PERCENTILE,
  /** Zero in the middle. */
  SYMMETRIC
}
