package io.skipscope.viewer.state;

/** By what the maps of a value are sorted; all but {@link #INDEX} put the greatest first. */
public enum MapOrder {
  INDEX,
  MEAN,
  STD,
  MAXIMUM,
  /** The share of numbers that are exactly 0. */
  SPARSITY,
  /** ||F|| / (||F|| + ||s||) of the channel, in a block with a shortcut. */
  SHARE
}
