package io.skipscope.viewer.render;

import java.awt.BasicStroke;

/** Lines of a block's branches. */
final class BranchStrokes {
  private static final float[] DASHES = {3, 4};

  private BranchStrokes() {}

  /** A line that is dashed where nothing flows, because its branch is multiplied by 0. */
  static BasicStroke of(float width, float factor) {
    return factor == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }
}
