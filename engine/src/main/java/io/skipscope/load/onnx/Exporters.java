package io.skipscope.load.onnx;

import io.skipscope.error.UnsupportedOperatorException;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Node;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.norm.BatchNormAttributes;
import io.skipscope.op.softmax.SoftmaxAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of operators that can be written. */
final class Exporters {
  private static final Map<String, Exporter> BY_OP = new HashMap<>();

  static {
    BY_OP.put("Conv", Exporters::conv);
    BY_OP.put("Gemm", Exporters::gemm);
    BY_OP.put("BatchNorm", Exporters::batchNorm);
    BY_OP.put("Add", Exporters::add);
    BY_OP.put("Activation", Exporters::activation);
    BY_OP.put("Softmax", Exporters::softmax);
    for (String plain : List.of("Sub", "Mul", "Div", "MatMul")) {
      BY_OP.put(plain, Exporters::plain);
    }
    PoolExporters.register(BY_OP);
    MovementExporters.register(BY_OP);
  }

  private Exporters() {}

  /**
   * @throws UnsupportedOperatorException if there is none for this operator
   */
  static Exporter of(Node node) {
    Exporter exporter = BY_OP.get(node.op());
    if (exporter == null) {
      throw new UnsupportedOperatorException(
          "node " + node.name(), "operator " + node.op(), "an operator that ONNX has");
    }
    return exporter;
  }

  static void plain(Node node, String output, ExportContext context) {
    context.node(node, node.op(), node.inputs(), output);
  }

  private static void conv(Node node, String output, ExportContext context) {
    ConvAttributes a = (ConvAttributes) node.attributes();
    int[] weight = context.shape(node.input(1)).toArray();
    context
        .node(node, "Conv", withBias(node), output)
        .integers("kernel_shape", List.of(weight[2], weight[3]))
        .integers("strides", List.of(a.strideH(), a.strideW()))
        .pads(a.autoPad(), a.padTop(), a.padLeft(), a.padBottom(), a.padRight())
        .integers("dilations", List.of(a.dilationH(), a.dilationW()))
        .integer("group", a.groups());
  }

  private static void gemm(Node node, String output, ExportContext context) {
    context.node(node, "Gemm", withBias(node), output).integer("transB", 1);
  }

  /** Whether ONNX's operator takes the bias itself. */
  static boolean takesBias(Node node) {
    return node.op().equals("Conv") || node.op().equals("Gemm");
  }

  private static List<String> withBias(Node node) {
    List<String> inputs = new ArrayList<>(node.inputs());
    if (node.epilogue().bias() != null) {
      inputs.add(node.epilogue().bias());
    }
    return inputs;
  }

  private static void batchNorm(Node node, String output, ExportContext context) {
    BatchNormAttributes attributes = (BatchNormAttributes) node.attributes();
    context
        .node(node, "BatchNormalization", node.inputs(), output)
        .number("epsilon", attributes.epsilon());
  }

  private static void add(Node node, String output, ExportContext context) {
    AddAttributes factors = AddAttributes.of(node);
    String left = EpilogueExport.scaled(node, "left", node.input(0), factors.leftFactor(), context);
    String right =
        EpilogueExport.scaled(node, "right", node.input(1), factors.rightFactor(), context);
    context.node(node, "Add", List.of(left, right), output);
  }

  private static void activation(Node node, String output, ExportContext context) {
    ActivationExport.write(
        node,
        ((ActivationAttributes) node.attributes()).activation(),
        node.input(0),
        output,
        context,
        (op, inputs, result) -> context.node(node, op, inputs, result));
  }

  private static void softmax(Node node, String output, ExportContext context) {
    int axis = ((SoftmaxAttributes) node.attributes()).axis();
    context.node(node, "Softmax", node.inputs(), output).integer("axis", axis);
  }
}
