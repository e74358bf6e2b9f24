package io.skipscope.op.movement;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.op.RowView;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Nearest-neighbour resize of the maps of [N, C, H, W]; {@link ResizeAttributes}.
 *
 * <p>ONNX Resize with mode nearest, PyTorch {@code nn.Upsample}.
 */
public final class ResizeNearest implements Operator {
  private static final KernelVariant KERNEL =
      ReferenceVariant.of("resize_nearest.ref", ResizeNearest::launch);

  @Override
  public String name() {
    return "ResizeNearest";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    int height = rows(context).output();
    int width = columns(context).output();
    return List.of(context.input(0).with(2, height).with(3, width));
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, 0);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(KERNEL);
  }

  private static KernelLaunch launch(NodeContext context) {
    NearestMap rows = rows(context);
    NearestMap columns = columns(context);
    return new LaunchBuilder(context.node(), "movement/resize_nearest.ref.cl", "resize_nearest")
        .buffers(context.node().input(0), context.node().output())
        .ints(context.output().product(0, 2))
        .ints(rows.input(), columns.input(), rows.output(), columns.output())
        .ints(rows.scale(), rows.shift(), rows.divisor())
        .ints(columns.scale(), columns.shift(), columns.divisor())
        .build(RowView.of(context.output()).range());
  }

  @Override
  public HostTask reference(NodeContext context) {
    NearestMap rows = rows(context);
    NearestMap columns = columns(context);
    return memory -> {
      float[] x = memory.array(context.node().input(0));
      float[] y = memory.array(context.node().output());
      memory.parallelFor(
          context.output().product(0, 2), map -> resizeMap(x, y, map, rows, columns));
    };
  }

  private static void resizeMap(
      float[] x, float[] y, int map, NearestMap rows, NearestMap columns) {
    for (int row = 0; row < rows.output(); row++) {
      int from = (map * rows.input() + rows.source(row)) * columns.input();
      int to = (map * rows.output() + row) * columns.output();
      for (int column = 0; column < columns.output(); column++) {
        y[to + column] = x[from + columns.source(column)];
      }
    }
  }

  private static NearestMap rows(NodeContext context) {
    ResizeAttributes a = (ResizeAttributes) context.node().attributes();
    int height = context.input(0, 4).height();
    return NearestMap.of(context, height, a.height(), a.coordinates(), a.rounding());
  }

  private static NearestMap columns(NodeContext context) {
    ResizeAttributes a = (ResizeAttributes) context.node().attributes();
    int width = context.input(0, 4).width();
    return NearestMap.of(context, width, a.width(), a.coordinates(), a.rounding());
  }
}
