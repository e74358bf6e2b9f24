package io.skipscope.viewer.layout;

import java.awt.geom.Point2D;
import java.util.List;

/**
 * A line along which numbers flow, through right angles only.
 *
 * @param arrow whether it ends in an arrow head
 */
public record Wire(Kind kind, List<Point2D> points, boolean arrow) {
  /** Whether the line carries x (or the sum) straight on, or is part of F. */
  public enum Kind {
    TRUNK,
    BRANCH
  }

  public Wire {
    points = List.copyOf(points);
  }
}
