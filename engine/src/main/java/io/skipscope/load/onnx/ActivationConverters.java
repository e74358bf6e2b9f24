package io.skipscope.load.onnx;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Activation.Kind;
import io.skipscope.op.activation.ActivationAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Pointwise functions of one tensor, and those that do nothing at inference. */
final class ActivationConverters {
  private ActivationConverters() {}

  static void register(Map<String, Converter> table) {
    put(table, "Relu", (node, context) -> Activation.RELU);
    put(table, "Sigmoid", (node, context) -> Activation.of(Kind.SIGMOID));
    put(table, "Tanh", (node, context) -> Activation.of(Kind.TANH));
    put(table, "HardSwish", (node, context) -> Activation.of(Kind.HARD_SWISH));
    put(table, "Clip", ActivationConverters::clip);
    put(
        table,
        "LeakyRelu",
        (node, context) -> new Activation(Kind.LEAKY_RELU, node.number("alpha", 0.01f), 0));
    put(
        table,
        "HardSigmoid",
        (node, context) ->
            new Activation(
                Kind.HARD_SIGMOID, node.number("alpha", 0.2f), node.number("beta", 0.5f)));
    table.put("Identity", ActivationConverters::passThrough);
    table.put("Dropout", ActivationConverters::dropout);
    table.put("Cast", ActivationConverters::cast);
  }

  private static void put(
      Map<String, Converter> table,
      String op,
      BiFunction<OnnxNode, ImportContext, Activation> activation) {
    table.put(
        op,
        (node, context) ->
            context.emit(
                node,
                "Activation",
                List.of(context.value(node, 0)),
                new ActivationAttributes(activation.apply(node, context))));
  }

  private static Activation clip(OnnxNode node, ImportContext context) {
    float least = node.number("min", Float.NEGATIVE_INFINITY);
    float most = node.number("max", Float.POSITIVE_INFINITY);
    if (node.hasInput(1)) {
      least = bound(node, context, 1);
    }
    if (node.hasInput(2)) {
      most = bound(node, context, 2);
    }
    return new Activation(Kind.CLIP, least, most);
  }

  private static float bound(OnnxNode node, ImportContext context, int input) {
    Constant bound = context.constant(node, input, "a bound");
    if (bound.count() != 1) {
      throw node.malformed("a bound of shape " + bound.shape(), "one number");
    }
    return bound.number(0);
  }

  private static void passThrough(OnnxNode node, ImportContext context) {
    context.elide(node, context.value(node, 0));
  }

  private static void dropout(OnnxNode node, ImportContext context) {
    boolean training =
        node.hasInput(2) && context.constant(node, 2, "training_mode").integer(0) != 0;
    boolean masked = node.outputs().size() > 1 && context.uses().isRead(node.outputs().get(1));
    if (training || masked) {
      throw node.unsupported(training ? "training_mode" : "its mask in use", "inference");
    }
    passThrough(node, context);
  }

  private static void cast(OnnxNode node, ImportContext context) {
    if (!ElementTypes.isFloat(node.integer("to", 0))) {
      throw node.unsupported(
          "a cast to " + ElementTypes.name(node.integer("to", 0)), "casts between floats");
    }
    passThrough(node, context);
  }
}
