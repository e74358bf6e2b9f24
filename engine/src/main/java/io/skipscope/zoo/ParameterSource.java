package io.skipscope.zoo;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/** Where a net under construction takes its numbers from. */
@FunctionalInterface
public interface ParameterSource {
  /** What a number is for, which decides how it is initialised. */
  enum Kind {
    /** OIHW */
    CONV_WEIGHT,
    /** [outputs, inputs] */
    LINEAR_WEIGHT,
    LINEAR_BIAS,
    GAMMA,
    /** Of the batch norm that ends a residual branch, right before its sum. */
    RESIDUAL_GAMMA,
    BETA,
    RUNNING_MEAN,
    RUNNING_VARIANCE
  }

  /**
   * @param name such as {@code layer2.0.conv1.weight}
   * @param groups of the convolution; 1 for everything else
   */
  Tensor get(String name, Shape shape, Kind kind, int groups);
}
