package io.skipscope.op.movement;

import io.skipscope.error.GraphException;
import io.skipscope.op.Axes;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Strides;
import io.skipscope.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A range, with steps, of some axes; {@link SliceAttributes}. */
public final class Slice extends CopyOperator {
  public Slice() {
    super(Slice::keepsAllChannels);
  }

  @Override
  public String name() {
    return "Slice";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    Shape shape = context.input(0);
    Set<Integer> cut = new HashSet<>();
    for (SliceAttributes.Range range : ranges(context)) {
      int axis = Axes.normalise(context, range.axis(), shape.rank());
      if (range.step() == 0) {
        throw new GraphException(context.node().name(), "a step of 0", "any other step");
      }
      if (!cut.add(axis)) {
        throw new GraphException(context.node().name(), "two ranges of axis " + axis, "one");
      }
      shape = shape.with(axis, count(range, context.input(0).extent(axis)));
    }
    return List.of(shape);
  }

  @Override
  List<StridedCopy> copies(NodeContext context) {
    Shape x = context.input(0);
    Shape y = context.output();
    int[] inStrides = Strides.of(x);
    int offset = 0;
    for (SliceAttributes.Range range : ranges(context)) {
      int axis = Axes.normalise(context, range.axis(), x.rank());
      offset += begin(range, x.extent(axis)) * inStrides[axis];
      inStrides[axis] *= range.step();
    }
    return List.of(StridedCopy.of(context.node(), y, inStrides, Strides.of(y), offset, 0));
  }

  private static boolean keepsAllChannels(NodeContext context) {
    return ranges(context).stream()
        .noneMatch(range -> Axes.normalise(context, range.axis(), 4) == 1);
  }

  private static int count(SliceAttributes.Range range, int extent) {
    int end = clamped(range.end(), range.step(), extent);
    long distance = (long) end - begin(range, extent);
    long step = range.step();
    return (int) Math.max(0, (distance + step - Long.signum(step)) / step);
  }

  private static int begin(SliceAttributes.Range range, int extent) {
    return clamped(range.begin(), range.step(), extent);
  }

  /** Walking forwards, positions are 0 to the extent; backwards, -1 to the extent - 1. */
  private static int clamped(int position, int step, int extent) {
    int fromStart = position < 0 ? position + extent : position;
    int least = step > 0 ? 0 : -1;
    return Math.max(least, Math.min(fromStart, extent + least));
  }

  private static List<SliceAttributes.Range> ranges(NodeContext context) {
    return ((SliceAttributes) context.node().attributes()).ranges();
  }
}
