package io.skipscope.op.linear;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.error.GraphException;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * The product of matrices [..., M, K] and [..., K, N] to [..., M, N].
 *
 * <p>Up to four axes before the matrices, broadcast against each other; an input of rank 1 is one
 * row on the left and one column on the right. ONNX MatMul, numpy.matmul.
 */
public final class MatMul implements Operator {
  private static final KernelVariant KERNEL = ReferenceVariant.of("matmul.ref", MatMul::launch);

  @Override
  public String name() {
    return "MatMul";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    for (int input = 0; input < 2; input++) {
      if (context.input(input).rank() == 0) {
        throw new GraphException(context.node().name(), "a scalar", "vectors or matrices");
      }
    }
    return List.of(MatMulShapes.outputShape(context));
  }

  @Override
  public Cost cost(NodeContext context) {
    long macs = (long) context.output().elementCount() * context.input(0).extent(-1);
    return Cost.of(context, macs, 2 * macs);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(KERNEL);
  }

  private static KernelLaunch launch(NodeContext context) {
    MatMulShapes shapes = MatMulShapes.of(context);
    return new LaunchBuilder(context.node(), "linear/matmul.ref.cl", "matmul")
        .buffers(context.node().input(0), context.node().input(1), context.node().output())
        .ints(shapes.batch())
        .ints(shapes.leftStrides())
        .ints(shapes.rightStrides())
        .ints(shapes.rows(), shapes.columns(), shapes.depth())
        .build(NdRange.of(shapes.columns(), shapes.rows(), shapes.matrices()));
  }

  @Override
  public HostTask reference(NodeContext context) {
    MatMulShapes shapes = MatMulShapes.of(context);
    return memory -> {
      float[] left = memory.array(context.node().input(0));
      float[] right = memory.array(context.node().input(1));
      float[] output = memory.array(context.node().output());
      memory.parallelFor(
          shapes.matrices() * shapes.rows(), row -> multiplyRow(left, right, output, shapes, row));
    };
  }

  /** One row of one matrix; {@code row} counts the rows of all matrices. */
  private static void multiplyRow(
      float[] left, float[] right, float[] output, MatMulShapes shapes, int row) {
    int matrix = row / shapes.rows();
    int leftStart =
        shapes.start(matrix, shapes.leftStrides()) + row % shapes.rows() * shapes.depth();
    int rightStart = shapes.start(matrix, shapes.rightStrides());
    for (int column = 0; column < shapes.columns(); column++) {
      double sum = 0;
      for (int k = 0; k < shapes.depth(); k++) {
        sum += (double) left[leftStart + k] * right[rightStart + k * shapes.columns() + column];
      }
      output[row * shapes.columns() + column] = (float) sum;
    }
  }
}
