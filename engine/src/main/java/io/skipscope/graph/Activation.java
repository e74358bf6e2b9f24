package io.skipscope.graph;

import java.util.Locale;

/**
 * A pointwise function, alone as a node or at the end of an {@link Epilogue}.
 *
 * @param alpha first parameter: the slope of LEAKY_RELU and HARD_SIGMOID, the lower bound of CLIP
 * @param beta second parameter: the offset of HARD_SIGMOID, the upper bound of CLIP
 */
public record Activation(Kind kind, float alpha, float beta) {
  /** The functions. */
  public enum Kind {
    /** x */
    NONE,
    /** max(x, 0) */
    RELU,
    /** min(max(x, alpha), beta); ReLU6 is CLIP from 0 to 6 */
    CLIP,
    /** x if x >= 0, else alpha x */
    LEAKY_RELU,
    /** 1 / (1 + exp(-x)) */
    SIGMOID,
    /** x sigmoid(x) */
    SILU,
    /** min(max(alpha x + beta, 0), 1) */
    HARD_SIGMOID,
    /** x min(max(x / 6 + 1/2, 0), 1) */
    HARD_SWISH,
    /** tanh(x) */
    TANH
  }

  public static final Activation NONE = of(Kind.NONE);
  public static final Activation RELU = of(Kind.RELU);
  public static final Activation RELU6 = new Activation(Kind.CLIP, 0, 6);

  /** A kind without parameters. */
  public static Activation of(Kind kind) {
    return new Activation(kind, 0, 0);
  }

  /** The function itself, as kernels must compute it. NaN stays NaN. */
  public float apply(float x) {
    return switch (kind) {
      case NONE -> x;
      case RELU -> Math.max(x, 0);
      case CLIP -> Math.min(Math.max(x, alpha), beta);
      case LEAKY_RELU -> x >= 0 ? x : alpha * x;
      case SIGMOID -> (float) (1 / (1 + Math.exp(-x)));
      case SILU -> (float) (x / (1 + Math.exp(-x)));
      case HARD_SIGMOID -> Math.min(Math.max(alpha * x + beta, 0), 1);
      case HARD_SWISH -> x * Math.min(Math.max(x / 6 + 0.5f, 0), 1);
      case TANH -> (float) Math.tanh(x);
    };
  }

  /** Such as {@code relu}, {@code relu6}, {@code leaky relu}. */
  @Override
  public String toString() {
    return equals(RELU6) ? "relu6" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
