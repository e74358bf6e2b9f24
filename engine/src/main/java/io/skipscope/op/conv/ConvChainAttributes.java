package io.skipscope.op.conv;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Attributes;

/**
 * What {@link ConvChain} does besides its weights.
 *
 * @param steps convolutions, at least 1
 * @param firstSum the first step that adds something, 0 or 1; every second one from there does
 * @param activation behind every step
 */
record ConvChainAttributes(int steps, int firstSum, Activation activation) implements Attributes {
  boolean isSum(int step) {
    return (step + firstSum) % 2 == 0;
  }
}
