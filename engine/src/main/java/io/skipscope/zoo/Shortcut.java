package io.skipscope.zoo;

/** How a He et al. block carries its input to the sum where stride or width changes. */
public enum Shortcut {
  /** Option A: every second pixel, zero channels on both sides. No parameters. */
  PADDED,
  /** Option B: 1x1 convolution and batch norm. */
  PROJECTION,
  /** A plain net: no shortcut in any block, and no sum. */
  NONE
}
