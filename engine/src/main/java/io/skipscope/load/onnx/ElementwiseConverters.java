package io.skipscope.load.onnx;

import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Add, Sub, Mul, Div and Sum with numpy's broadcasting. */
final class ElementwiseConverters {
  private ElementwiseConverters() {}

  static void register(Map<String, Converter> table) {
    table.put("Add", ElementwiseConverters::add);
    table.put("Sum", ElementwiseConverters::sum);
    table.put("Sub", ElementwiseConverters::binary);
    table.put("Mul", ElementwiseConverters::multiply);
    table.put("Div", ElementwiseConverters::binary);
  }

  private static void add(OnnxNode node, ImportContext context) {
    if (!isBiasOfGemm(node, context, 0, 1) && !isBiasOfGemm(node, context, 1, 0)) {
      emitAdd(node, context);
    }
  }

  private static void emitAdd(OnnxNode node, ImportContext context) {
    context.emit(
        node, "Add", List.of(context.value(node, 0), context.value(node, 1)), AddAttributes.PLAIN);
  }

  /** MatMul + Add is how exporters of other frameworks write a fully connected layer. */
  private static boolean isBiasOfGemm(OnnxNode node, ImportContext context, int sum, int bias) {
    if (context.uses().soleUseOf("MatMul", node.input(sum)) == null
        || !context.isConstant(node.input(bias))) {
      return false;
    }
    String value = context.value(node, sum);
    Node gemm = context.writer(value);
    Shape shape = context.shapeOf(node.input(bias));
    boolean perColumn =
        shape.rank() > 0
            && shape.elementCount() == shape.extent(-1)
            && shape.rank() <= 2
            && shape.extent(-1) == context.shape(value).extent(-1);
    if (gemm == null || !gemm.op().equals("Gemm") || !perColumn) {
      return false;
    }
    String stored =
        shape.rank() == 1
            ? context.parameter(node, bias, Role.PARAMETER, "bias")
            : context.put(
                gemm.name() + ".bias",
                Role.PARAMETER,
                context
                    .constant(node, bias, "a bias")
                    .tensor()
                    .reshaped(Shape.of(shape.extent(-1))));
    context.builder().node(gemm.withEpilogue(Epilogue.NONE.withBias(stored)));
    context.elide(node, value);
    return true;
  }

  private static void sum(OnnxNode node, ImportContext context) {
    int count = node.inputs().size();
    if (count == 1) {
      context.elide(node, context.value(node, 0));
      return;
    }
    String partial = context.value(node, 0);
    for (int i = 1; i < count - 1; i++) {
      List<String> pair = List.of(partial, context.value(node, i));
      partial = context.emitStep(node, "partial" + i, "Add", pair, AddAttributes.PLAIN);
    }
    List<String> last = List.of(partial, context.value(node, count - 1));
    context.emit(node, "Add", last, AddAttributes.PLAIN);
  }

  private static void multiply(OnnxNode node, ImportContext context) {
    if (!isSilu(node, context, 0, 1) && !isSilu(node, context, 1, 0)) {
      binary(node, context);
    }
  }

  /** x sigmoid(x), which ONNX has no operator for before opset 24. */
  private static boolean isSilu(OnnxNode node, ImportContext context, int plain, int gate) {
    OnnxNode sigmoid = context.uses().soleUseOf("Sigmoid", node.input(gate));
    if (sigmoid == null || !sigmoid.input(0).equals(node.input(plain))) {
      return false;
    }
    Node replaced = context.writer(context.value(node, gate));
    context.builder().removeNode(replaced.name());
    context.emit(
        node,
        "Activation",
        List.of(context.value(node, plain)),
        new ActivationAttributes(Activation.of(Activation.Kind.SILU)));
    return true;
  }

  private static void binary(OnnxNode node, ImportContext context) {
    List<String> inputs = List.of(context.value(node, 0), context.value(node, 1));
    context.emit(node, node.op(), inputs, Attributes.NONE);
  }
}
