package io.skipscope.op.movement;

import io.skipscope.error.GraphException;
import io.skipscope.op.Axes;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Strides;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inputs one after the other along an axis; {@link ConcatAttributes}. One launch per input.
 *
 * <p>Rows are those of the input that a launch copies.
 */
public final class Concat extends CopyOperator {
  public Concat() {
    super(Concat::joinsWholeBlocks);
  }

  @Override
  public String name() {
    return "Concat";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    int axis = axis(context);
    Shape joined = context.input(0);
    for (int i = 1; i < context.node().inputs().size(); i++) {
      Shape next = context.input(i);
      if (next.rank() != joined.rank() || !next.with(axis, 0).equals(joined.with(axis, 0))) {
        throw new GraphException(
            context.node().name(),
            "input " + context.node().input(i) + " of shape " + next,
            "the shape " + joined + " except along axis " + axis);
      }
      joined = joined.with(axis, joined.extent(axis) + next.extent(axis));
    }
    return List.of(joined);
  }

  @Override
  List<StridedCopy> copies(NodeContext context) {
    int axis = axis(context);
    int[] outStrides = Strides.of(context.output());
    List<StridedCopy> copies = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < context.node().inputs().size(); i++) {
      Shape input = context.input(i);
      copies.add(StridedCopy.of(context.node(), input, Strides.of(input), outStrides, 0, offset));
      offset += input.extent(axis) * outStrides[axis];
    }
    return copies;
  }

  /** Whether, along the channels, each input but the last ends where a block does. */
  private static boolean joinsWholeBlocks(NodeContext context) {
    int last = context.node().inputs().size() - 1;
    return axis(context) != 1
        || IntStream.range(0, last)
            .allMatch(input -> context.input(input).channels() % ChannelBlocks.SIZE == 0);
  }

  private static int axis(NodeContext context) {
    ConcatAttributes attributes = (ConcatAttributes) context.node().attributes();
    return Axes.normalise(context, attributes.axis(), context.input(0).rank());
  }
}
