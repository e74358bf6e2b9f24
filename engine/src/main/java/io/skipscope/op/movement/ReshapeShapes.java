package io.skipscope.op.movement;

import io.skipscope.error.GraphException;
import io.skipscope.op.Axes;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** The shapes that {@link ReshapeAttributes} ask for. */
final class ReshapeShapes {
  private static final int COPY = 0;
  private static final int REST = -1;

  private ReshapeShapes() {}

  static Shape of(NodeContext context) {
    Shape x = context.input(0);
    ReshapeAttributes attributes = (ReshapeAttributes) context.node().attributes();
    if (attributes instanceof ReshapeAttributes.To to) {
      return to(context, x, to.extents());
    } else if (attributes instanceof ReshapeAttributes.Flatten flatten) {
      return flatten(context, x, flatten.axis());
    } else if (attributes instanceof ReshapeAttributes.Squeeze squeeze) {
      return squeeze(context, x, squeeze.axes());
    }
    return unsqueeze(context, x, ((ReshapeAttributes.Unsqueeze) attributes).axes());
  }

  private static Shape to(NodeContext context, Shape x, List<Integer> wanted) {
    int[] extents = new int[wanted.size()];
    int rest = -1;
    long known = 1;
    for (int axis = 0; axis < extents.length; axis++) {
      int extent = wanted.get(axis);
      boolean isRest = extent == REST && rest < 0;
      boolean isCopy = extent == COPY && axis < x.rank();
      if (!isRest && !isCopy && extent < 1) {
        throw mismatch(context, x, "extents " + wanted);
      }
      rest = isRest ? axis : rest;
      extents[axis] = isRest ? 1 : isCopy ? x.extent(axis) : extent;
      known *= extents[axis];
    }
    if (rest >= 0 && known > 0) {
      extents[rest] = Math.toIntExact(x.elementCount() / known);
      known *= extents[rest];
    }
    if (known != x.elementCount()) {
      throw mismatch(context, x, "extents " + wanted);
    }
    return Shape.of(extents);
  }

  private static Shape flatten(NodeContext context, Shape x, int axis) {
    int split = axis == x.rank() ? axis : Axes.normalise(context, axis, x.rank());
    return Shape.of(x.product(0, split), x.product(split, x.rank()));
  }

  private static Shape squeeze(NodeContext context, Shape x, List<Integer> axes) {
    List<Integer> removed =
        axes.stream().map(axis -> Axes.normalise(context, axis, x.rank())).toList();
    if (removed.stream().anyMatch(axis -> x.extent(axis) != 1)) {
      throw mismatch(context, x, "axes " + axes + " to remove");
    }
    return Shape.of(
        IntStream.range(0, x.rank())
            .filter(axis -> axes.isEmpty() ? x.extent(axis) != 1 : !removed.contains(axis))
            .map(x::extent)
            .toArray());
  }

  private static Shape unsqueeze(NodeContext context, Shape x, List<Integer> axes) {
    int rank = x.rank() + axes.size();
    List<Integer> added =
        axes.stream().map(axis -> Axes.normalise(context, axis, rank)).distinct().toList();
    if (added.size() != axes.size()) {
      throw mismatch(context, x, "axes " + axes + " to insert");
    }
    int[] extents = new int[rank];
    int next = 0;
    for (int axis = 0; axis < rank; axis++) {
      extents[axis] = added.contains(axis) ? 1 : x.extent(next++);
    }
    return Shape.of(extents);
  }

  private static GraphException mismatch(NodeContext context, Shape x, String found) {
    return new GraphException(
        context.node().name(),
        found + " for an input of shape " + x,
        "a shape of as many elements, one -1 at most, axes removed only where they are 1");
  }
}
