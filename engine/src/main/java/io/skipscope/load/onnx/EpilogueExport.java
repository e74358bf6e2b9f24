package io.skipscope.load.onnx;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Epilogue.Step;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Writes a node and then its epilogue: bias, residual and activation as nodes of their own. */
final class EpilogueExport {
  private EpilogueExport() {}

  static void write(Node node, ExportContext context) {
    Epilogue epilogue = node.epilogue();
    boolean ownBias = epilogue.bias() != null && !Exporters.takesBias(node);
    boolean residual = epilogue.residual() != null;
    boolean activation = !epilogue.activation().equals(Activation.NONE);

    String sum = activation ? stepValue(node, Step.SUM, "sum", context) : node.output();
    String biased = residual ? stepValue(node, Step.BIASED, "biased", context) : sum;
    String product = ownBias ? context.freeValue(node.output() + ".product") : biased;

    Exporters.of(node).export(node, product, context);
    if (ownBias) {
      String bias = channelBias(node, context);
      context.step(node, "bias", "Add", List.of(product, bias), biased);
    }
    if (residual) {
      String branch = scaled(node, "branch", biased, epilogue.branchFactor(), context);
      String shortcut =
          scaled(node, "shortcut", epilogue.residual(), epilogue.residualFactor(), context);
      context.step(node, "add", "Add", List.of(branch, shortcut), sum);
    }
    if (activation) {
      String step = ActivationExport.step(epilogue.activation().kind());
      ActivationExport.write(
          node,
          epilogue.activation(),
          sum,
          node.output(),
          context,
          (op, inputs, output) -> context.step(node, step, op, inputs, output));
    }
    copyStores(node, biased, sum, context);
  }

  /** The name under which a tap knows this step, else a free one. */
  private static String stepValue(Node node, Step step, String name, ExportContext context) {
    String stored = node.epilogue().storeOf(step);
    return stored != null ? stored : context.freeValue(node.output() + "." + name);
  }

  /** Stores of steps that coincide with a later one still need their value. */
  private static void copyStores(Node node, String biased, String sum, ExportContext context) {
    for (Epilogue.Store store : node.epilogue().stores()) {
      String written = store.step() == Step.SUM ? sum : biased;
      if (!written.equals(store.value())) {
        context.step(node, "store", "Identity", List.of(written), store.value());
      }
    }
  }

  /** One number per channel, shaped so that it broadcasts over axis 1. */
  private static String channelBias(Node node, ExportContext context) {
    String bias = node.epilogue().bias();
    int rank = context.shape(node.output()).rank();
    if (rank <= 2) {
      return bias;
    }
    int[] extents = new int[rank - 1];
    Arrays.fill(extents, 1);
    extents[0] = context.shape(bias).elementCount();
    Tensor numbers = context.graph().stored().get(bias);
    return context.constant(bias + ".broadcast", numbers.reshaped(Shape.of(extents)));
  }

  /** {@code value} times the default of a factor; the value itself where that is 1. */
  static String scaled(Node node, String side, String value, String factor, ExportContext context) {
    float number = factor == null ? 1 : context.graph().factors().get(factor);
    if (number == 1) {
      return value;
    }
    String constant = context.constant(factor, Tensor.scalar(number));
    String result = context.freeValue(node.name() + "." + side + "_scaled");
    context.step(node, side + "_scale", "Mul", List.of(value, constant), result);
    return result;
  }
}
