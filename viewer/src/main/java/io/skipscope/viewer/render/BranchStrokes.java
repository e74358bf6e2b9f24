package io.skipscope.viewer.render;

import java.awt.BasicStroke;

/** Lines of the trunk and of a block's branches. */
final class BranchStrokes {
  private static final float TRUNK = 3;
  private static final float[] DASHES = {3, 4};

  private BranchStrokes() {}

  /** A whole piece of the trunk; its ends lap over what it meets, with neither seam nor notch. */
  static BasicStroke trunk() {
    return new BasicStroke(TRUNK, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND);
  }

  /** The trunk where it is multiplied by a factor. */
  static BasicStroke trunk(float factor) {
    return of(TRUNK, factor);
  }

  /** A line that is dashed where nothing flows, because its branch is multiplied by 0. */
  static BasicStroke of(float width, float factor) {
    return factor == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }
}
