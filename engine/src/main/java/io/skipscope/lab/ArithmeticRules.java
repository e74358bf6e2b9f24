package io.skipscope.lab;

import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.norm.BatchNormAttributes;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which operators have an {@link Arithmetic}, and which: one row each. */
final class ArithmeticRules {
  private static final Map<String, Function<Origin, Arithmetic>> BY_OPERATOR =
      Map.ofEntries(
          Map.entry("Conv", WindowRules::conv),
          Map.entry("MaxPool", WindowRules::maxPool),
          Map.entry("AveragePool", WindowRules::averagePool),
          Map.entry("GlobalAveragePool", WindowRules::globalAverage),
          Map.entry("Gemm", ArithmeticRules::gemm),
          Map.entry("BatchNorm", ArithmeticRules::batchNorm),
          Map.entry("Activation", ArithmeticRules::activation),
          Map.entry("Add", ArithmeticRules::add),
          Map.entry("Sub", origin -> weighted(origin, 1, -1)),
          Map.entry("Mul", ArithmeticRules::mul),
          Map.entry("Reshape", ArithmeticRules::copy));

  private ArithmeticRules() {}

  static Optional<Arithmetic> of(Origin origin) {
    Function<Origin, Arithmetic> rule = BY_OPERATOR.get(origin.node().op());
    Epilogue epilogue = origin.node().epilogue();
    if (rule == null || epilogue.residual() != null || !origin.isComplete()) {
      return Optional.empty();
    }
    Arithmetic plain = rule.apply(origin);
    float bias =
        epilogue.bias() == null
            ? 0
            : origin.numbers(epilogue.bias()).data()[origin.place().channel()];
    boolean hasFunction = !epilogue.activation().equals(Activation.NONE);
    Arithmetic biased = plain.plus(bias);
    return Optional.of(hasFunction ? biased.then(epilogue.activation()) : biased);
  }

  private static Arithmetic batchNorm(Origin origin) {
    int channel = origin.place().channel();
    float[] gamma = origin.input(1).data();
    float[] beta = origin.input(2).data();
    float[] mean = origin.input(3).data();
    float[] variance = origin.input(4).data();
    float epsilon = ((BatchNormAttributes) origin.node().attributes()).epsilon();
    double scale = gamma[channel] / Math.sqrt(variance[channel] + epsilon);
    return Arithmetic.sum(
        origin.node(),
        List.of(single(origin, 0, (float) scale)),
        beta[channel] - mean[channel] * scale);
  }

  private static Arithmetic activation(Origin origin) {
    Activation function = ((ActivationAttributes) origin.node().attributes()).activation();
    return copy(origin).then(function);
  }

  private static Arithmetic copy(Origin origin) {
    return Arithmetic.sum(origin.node(), List.of(single(origin, 0, 1)), 0);
  }

  private static Arithmetic add(Origin origin) {
    AddAttributes factors = AddAttributes.of(origin.node());
    return weighted(
        origin, origin.factor(factors.leftFactor()), origin.factor(factors.rightFactor()));
  }

  private static Arithmetic weighted(Origin origin, float left, float right) {
    return Arithmetic.sum(
        origin.node(), List.of(single(origin, 0, left), single(origin, 1, right)), 0);
  }

  private static Arithmetic mul(Origin origin) {
    return Arithmetic.sum(origin.node(), List.of(single(origin, 0, origin.across(1))), 0);
  }

  private static Patch single(Origin origin, int input, float weight) {
    return Patch.of(
        origin.node().input(input), origin.place().channel(), origin.across(input), weight);
  }

  private static Arithmetic gemm(Origin origin) {
    float[] x = origin.input(0).data();
    Tensor weight = origin.input(1);
    int depth = weight.shape().extent(1);
    List<Patch> patches = new ArrayList<>();
    for (int k = 0; k < depth; k++) {
      float w = weight.data()[origin.place().channel() * depth + k];
      patches.add(Patch.of(origin.node().input(0), k, x[k], w));
    }
    return Arithmetic.sum(origin.node(), patches, 0);
  }
}
