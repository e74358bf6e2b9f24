package io.skipscope.viewer.state;

/** Which maps are shown while a run is kept for comparing. */
public enum ComparedSide {
  /** Those of the last run. */
  NOW,
  /** Those of the kept run, in the places of their counterparts. */
  KEPT,
  /** The last run's minus the kept one's. */
  DIFFERENCE
}
