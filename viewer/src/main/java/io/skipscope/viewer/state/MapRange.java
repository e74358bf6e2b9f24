package io.skipscope.viewer.state;

/** Which numbers the ends of a map's colour scale stand for. */
public enum MapRange {
  /** The least and the greatest number of all maps of the value. */
  SHARED,
  /** The least and the greatest number of each map itself: maps cannot be compared. */
  PER_MAP,
  /** The first and the last percent of all numbers are beyond the ends. */
  PERCENTILE,
  /** As {@link #PERCENTILE}, but as far below zero as above. */
  SYMMETRIC,
  /** What the user has typed. */
  MANUAL
}
