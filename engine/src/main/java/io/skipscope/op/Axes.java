package io.skipscope.op;

import io.skipscope.error.GraphException;

/** Axis numbers as nodes carry them: negative ones count from the end. */
public final class Axes {
  private Axes() {}

  /**
   * The axis between 0 and {@code rank} - 1.
   *
   * @throws GraphException if there is no such axis
   */
  public static int normalise(NodeContext context, int axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new GraphException(
          context.node().name(), "axis " + axis, "an axis from " + -rank + " to " + (rank - 1));
    }
    return axis < 0 ? axis + rank : axis;
  }
}
