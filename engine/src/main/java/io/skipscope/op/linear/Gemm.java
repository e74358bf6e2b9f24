package io.skipscope.op.linear;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.error.GraphException;
import io.skipscope.op.Cost;
import io.skipscope.op.HostEpilogue;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fully connected layer: [rows, depth] times weight [columns, depth] to [rows, columns].
 *
 * <p>The bias is the epilogue's, whose channel is the column. PyTorch {@code nn.Linear}; ONNX Gemm
 * with transB = 1.
 */
public final class Gemm implements Operator {
  private static final KernelVariant KERNEL = ReferenceVariant.of("gemm.ref", Gemm::launch);

  @Override
  public String name() {
    return "Gemm";
  }

  @Override
  public boolean appliesEpilogue() {
    return true;
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    Shape x = context.input(0, 2);
    Shape weight = context.input(1, 2);
    if (x.extent(1) != weight.extent(1)) {
      throw new GraphException(
          context.node().name(),
          "an input of shape " + x + " for a weight of shape " + weight,
          "an input of " + weight.extent(1) + " columns");
    }
    return List.of(Shape.of(x.extent(0), weight.extent(0)));
  }

  @Override
  public Cost cost(NodeContext context) {
    long macs = (long) context.output().elementCount() * context.input(0).extent(1);
    return Cost.of(context, macs, 2 * macs);
  }

  @Override
  public List<KernelVariant> variants() {
    return Stream.of(List.of(BlockedGemm.VARIANT), TiledGemm.ALL, List.of(KERNEL))
        .flatMap(List::stream)
        .toList();
  }

  private static KernelLaunch launch(NodeContext context) {
    Shape y = context.output();
    return new LaunchBuilder(context.node(), "linear/gemm.ref.cl", "gemm")
        .buffers(context.node().input(0), context.node().input(1), context.node().output())
        .epilogue()
        .ints(y.extent(1), context.input(0).extent(1))
        .build(NdRange.of(y.extent(1), y.extent(0), 1));
  }

  @Override
  public HostTask reference(NodeContext context) {
    int rows = context.output().extent(0);
    int columns = context.output().extent(1);
    int depth = context.input(0).extent(1);
    return memory -> {
      float[] x = memory.array(context.node().input(0));
      float[] weight = memory.array(context.node().input(1));
      float[] y = memory.array(context.node().output());
      HostEpilogue epilogue = new HostEpilogue(context.node(), memory);
      memory.parallelFor(
          columns,
          column -> {
            for (int row = 0; row < rows; row++) {
              int index = row * columns + column;
              y[index] = dot(x, row * depth, weight, column * depth, depth);
              epilogue.finish(index, index + 1, column);
            }
          });
    };
  }

  private static float dot(float[] left, int leftStart, float[] right, int rightStart, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += (double) left[leftStart + k] * right[rightStart + k];
    }
    return (float) sum;
  }
}
