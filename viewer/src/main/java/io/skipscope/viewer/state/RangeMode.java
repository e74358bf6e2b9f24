package io.skipscope.viewer.state;

/** Which numbers the ends of the shared colour scale stand for. */
public enum RangeMode {
  /** The least and the greatest number of all maps on the card. */
  FULL,
  /** The first and the last percent of the numbers are beyond the ends, so that the rest shows. */
  PERCENTILE,
  /** As {@link #PERCENTILE}, but as far below zero as above, so that zero is in the middle. */
  SYMMETRIC;

  /** Whether there may be numbers beyond the ends of the scale. */
  public boolean isClipped() {
    return this != FULL;
  }
}
