package io.skipscope.graph;

/** The shape of a block's residual branch F. */
public enum BlockKind {
  /** Two convolutions of the same width (He et al. 2015). */
  BASIC,
  /** Pointwise, 3x3, pointwise; narrow in the middle (He et al. 2015). */
  BOTTLENECK,
  /** Pointwise, depthwise, linear pointwise; wide in the middle (Sandler et al. 2018). */
  INVERTED_RESIDUAL,
  /** Any other branch that starts where its shortcut starts and ends in the same sum. */
  OTHER
}
