package io.skipscope.load.onnx;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Activation.Kind;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes an activation, alone or at the end of an epilogue. */
final class ActivationExport {
  /** Adds the node that carries the activation's name. */
  @FunctionalInterface
  interface NodeMaker {
    OnnxNodeBuilder make(String op, List<String> inputs, String output);
  }

  private ActivationExport() {}

  static void write(
      Node node,
      Activation activation,
      String input,
      String output,
      ExportContext context,
      NodeMaker maker) {
    List<String> inputs = List.of(input);
    switch (activation.kind()) {
      case NONE -> maker.make("Identity", inputs, output);
      case RELU -> maker.make("Relu", inputs, output);
      case SIGMOID -> maker.make("Sigmoid", inputs, output);
      case TANH -> maker.make("Tanh", inputs, output);
      case HARD_SWISH -> maker.make("HardSwish", inputs, output);
      case LEAKY_RELU ->
          maker.make("LeakyRelu", inputs, output).number("alpha", activation.alpha());
      case HARD_SIGMOID ->
          maker
              .make("HardSigmoid", inputs, output)
              .number("alpha", activation.alpha())
              .number("beta", activation.beta());
      case CLIP -> maker.make("Clip", clipInputs(node, activation, input, context), output);
      case SILU -> {
        String gate = context.freeValue(output + ".sigmoid");
        context.step(node, "sigmoid", "Sigmoid", inputs, gate);
        maker.make("Mul", List.of(input, gate), output);
      }
    }
  }

  /** An infinite bound is left out, as ONNX's default. */
  private static List<String> clipInputs(
      Node node, Activation activation, String input, ExportContext context) {
    List<String> inputs = new ArrayList<>(List.of(input));
    boolean open = activation.alpha() == Float.NEGATIVE_INFINITY;
    inputs.add(
        open ? "" : context.constant(node.name() + ".min", Tensor.scalar(activation.alpha())));
    if (activation.beta() != Float.POSITIVE_INFINITY) {
      inputs.add(context.constant(node.name() + ".max", Tensor.scalar(activation.beta())));
    }
    return inputs;
  }

  /** A step's name for an activation: {@code relu}, {@code clip}. */
  static String step(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
