package io.skipscope.viewer.layout;

import java.awt.geom.Point2D;
import java.util.List;

/**
 * A line along which numbers flow, through right angles only.
 *
 * @param intoPlus whether it ends at the plus, so that its branch's factor applies to it
 */
public record Wire(Kind kind, List<Point2D> points, boolean intoPlus) {
  /** Whether the line carries x (or the sum) straight on, or is part of F. */
  public enum Kind {
    TRUNK,
    BRANCH
  }

  public Wire {
    points = List.copyOf(points);
  }
}
