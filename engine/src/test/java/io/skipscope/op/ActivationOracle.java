package io.skipscope.op;

import io.skipscope.graph.Activation;

/** The activations in double precision, written from their definitions. */
public final class ActivationOracle {
  private ActivationOracle() {}

  public static double apply(Activation activation, double x) {
    double alpha = activation.alpha();
    double beta = activation.beta();
    return switch (activation.kind()) {
      case NONE -> x;
      case RELU -> x < 0 ? 0 : x;
      case CLIP -> clamp(x, alpha, beta);
      case LEAKY_RELU -> x < 0 ? alpha * x : x;
      case SIGMOID -> sigmoid(x);
      case SILU -> x * sigmoid(x);
      case HARD_SIGMOID -> clamp(alpha * x + beta, 0, 1);
      case HARD_SWISH -> x * clamp((x + 3) / 6, 0, 1);
      case TANH -> Math.tanh(x);
    };
  }

  /** How large errors of the result may be in proportion, given those of the argument. */
  public static double scale(Activation activation, double scale) {
    double alpha = Math.abs(activation.alpha());
    return switch (activation.kind()) {
      case NONE, RELU, CLIP, SIGMOID, TANH -> scale;
      case LEAKY_RELU -> scale * Math.max(1, alpha);
      case HARD_SIGMOID -> scale * alpha + Math.abs(activation.beta());
      case SILU, HARD_SWISH -> scale * 1.5;
    };
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double clamp(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
  }
}
