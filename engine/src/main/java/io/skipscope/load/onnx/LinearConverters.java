package io.skipscope.load.onnx;

import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Role;
import io.skipscope.op.movement.TransposeAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Gemm and MatMul. Weights that the file knows become [columns, depth], as the engine's Gemm takes
 * them, with {@code alpha} and {@code beta} multiplied in.
 */
final class LinearConverters {
  private static final TransposeAttributes SWAP = new TransposeAttributes(List.of(1, 0));

  private LinearConverters() {}

  static void register(Map<String, Converter> table) {
    table.put("Gemm", LinearConverters::gemm);
    table.put("MatMul", LinearConverters::matMul);
  }

  private static void gemm(OnnxNode node, ImportContext context) {
    for (int input = 0; input < 2; input++) {
      int rank = context.shapeOf(node.input(input)).rank();
      if (rank != 2) {
        throw node.malformed("input " + input + " of rank " + rank, "a matrix");
      }
    }
    String left = context.value(node, 0);
    if (node.flag("transA", false)) {
      left = context.emitStep(node, "left", "Transpose", List.of(left), SWAP);
    }
    List<String> inputs = List.of(left, weight(node, context));
    float beta = node.number("beta", 1);
    if (!node.hasInput(2) || beta == 0) {
      context.emit(node, "Gemm", inputs, Attributes.NONE);
    } else if (isPerColumn(node, context)) {
      context.emit(
          node, "Gemm", inputs, Attributes.NONE, Epilogue.NONE.withBias(bias(node, context, beta)));
    } else {
      String product = context.emitStep(node, "product", "Gemm", inputs, Attributes.NONE);
      String added = scaled(node, context, "bias", context.value(node, 2), beta);
      context.emit(node, "Add", List.of(product, added), AddAttributes.PLAIN);
    }
  }

  private static String weight(OnnxNode node, ImportContext context) {
    boolean transposed = node.flag("transB", false);
    float alpha = node.number("alpha", 1);
    if (transposed && alpha == 1) {
      return context.parameter(node, 1, Role.PARAMETER, "weight");
    }
    Constant known = context.constantOrNull(node, 1);
    if (known != null) {
      Tensor matrix = transposed ? known.tensor() : transposed(known.tensor());
      return context.put(node.name() + ".weight", Role.PARAMETER, times(matrix, alpha));
    }
    String right = context.value(node, 1);
    if (!transposed) {
      right = context.emitStep(node, "right", "Transpose", List.of(right), SWAP);
    }
    return scaled(node, context, "weight", right, alpha);
  }

  private static boolean isPerColumn(OnnxNode node, ImportContext context) {
    Shape bias = context.shapeOf(node.input(2));
    int leading = bias.rank() == 2 ? bias.extent(0) : 1;
    return context.isConstant(node.input(2)) && bias.rank() <= 2 && leading == 1;
  }

  /** One number per column; a single number is repeated. */
  private static String bias(OnnxNode node, ImportContext context, float beta) {
    Shape right = context.shapeOf(node.input(1));
    int columns = right.extent(node.flag("transB", false) ? 0 : 1);
    Tensor given = context.constant(node, 2, "a bias").tensor();
    if (given.shape().equals(Shape.of(columns)) && beta == 1) {
      return context.parameter(node, 2, Role.PARAMETER, "bias");
    }
    int count = given.shape().elementCount();
    if (count != columns && count != 1) {
      throw node.malformed("a bias of shape " + given.shape(), columns + " numbers");
    }
    Tensor bias = Tensor.zeros(Shape.of(columns));
    for (int i = 0; i < columns; i++) {
      bias.data()[i] = beta * given.data()[count == 1 ? 0 : i];
    }
    return context.put(node.name() + ".bias", Role.PARAMETER, bias);
  }

  private static String scaled(
      OnnxNode node, ImportContext context, String step, String value, float factor) {
    if (factor == 1) {
      return value;
    }
    String stored =
        context.put(node.name() + "." + step + ".factor", Role.CONSTANT, Tensor.scalar(factor));
    return context.emitStep(node, step, "Mul", List.of(value, stored), Attributes.NONE);
  }

  private static void matMul(OnnxNode node, ImportContext context) {
    Constant known = context.constantOrNull(node, 1);
    Shape left = context.shapeOf(node.input(0));
    if (known != null && left.rank() == 2 && known.shape().rank() == 2) {
      String weight =
          context.put(node.name() + ".weight", Role.PARAMETER, transposed(known.tensor()));
      context.emit(node, "Gemm", List.of(context.value(node, 0), weight), Attributes.NONE);
      return;
    }
    List<String> inputs =
        List.of(context.value(node, 0), context.parameter(node, 1, Role.PARAMETER, "weight"));
    context.emit(node, "MatMul", inputs, Attributes.NONE);
  }

  private static Tensor transposed(Tensor matrix) {
    int rows = matrix.shape().extent(0);
    int columns = matrix.shape().extent(1);
    Tensor turned = Tensor.zeros(Shape.of(columns, rows));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned.data()[column * rows + row] = matrix.data()[row * columns + column];
      }
    }
    return turned;
  }

  private static Tensor times(Tensor tensor, float factor) {
    float[] scaled = tensor.data().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new Tensor(tensor.shape(), scaled);
  }
}
