package io.skipscope.graph;

/** How a block's input reaches the sum. */
public enum ShortcutKind {
  /** Unchanged. */
  IDENTITY,
  /** Through a 1x1 convolution, usually with batch norm. */
  PROJECTION,
  /** Every second pixel, channels padded with zeros (option A of He et al. 2015). */
  PADDED_IDENTITY,
  /** Not at all: the block has no sum. */
  NONE
}
