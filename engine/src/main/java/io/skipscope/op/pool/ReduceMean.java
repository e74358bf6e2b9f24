package io.skipscope.op.pool;

import io.skipscope.device.HostTask;
import io.skipscope.error.GraphException;
import io.skipscope.op.Axes;
import io.skipscope.op.AxisView;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** The mean along neighbouring axes of a tensor of any rank; {@link ReduceAttributes}. */
public final class ReduceMean implements Operator {
  private static final KernelVariant BLOCKED =
      BlockedPools.globalAverage(ReduceMean::isGlobalAverage);

  @Override
  public String name() {
    return "ReduceMean";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    Shape x = context.input(0);
    int first = firstAxis(context);
    int last = lastAxis(context);
    if (first > last) {
      throw new GraphException(
          context.node().name(), "axes " + first + " to " + last, "the first before the last");
    }
    boolean keep = ((ReduceAttributes) context.node().attributes()).keepDims();
    int[] extents =
        IntStream.range(0, x.rank())
            .filter(axis -> keep || axis < first || axis > last)
            .map(axis -> axis < first || axis > last ? x.extent(axis) : 1)
            .toArray();
    return List.of(Shape.of(extents));
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, context.input(0).elementCount());
  }

  @Override
  public List<KernelVariant> variants() {
    return Mean.variants(BLOCKED, ReduceMean::view);
  }

  @Override
  public HostTask reference(NodeContext context) {
    return Mean.reference(context, view(context));
  }

  /** Without the axes of maps, blocks of channels are in logical order if all are whole. */
  private static boolean isGlobalAverage(NodeContext context) {
    return context.input(0).rank() == 4
        && firstAxis(context) == 2
        && lastAxis(context) == 3
        && (context.output().rank() == 4 || context.input(0).channels() % ChannelBlocks.SIZE == 0);
  }

  private static AxisView view(NodeContext context) {
    return AxisView.of(context.input(0), firstAxis(context), lastAxis(context));
  }

  private static int firstAxis(NodeContext context) {
    ReduceAttributes attributes = (ReduceAttributes) context.node().attributes();
    return Axes.normalise(context, attributes.firstAxis(), context.input(0).rank());
  }

  private static int lastAxis(NodeContext context) {
    ReduceAttributes attributes = (ReduceAttributes) context.node().attributes();
    return Axes.normalise(context, attributes.lastAxis(), context.input(0).rank());
  }
}
