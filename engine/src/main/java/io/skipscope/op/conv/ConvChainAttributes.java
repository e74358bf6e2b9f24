package io.skipscope.op.conv;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Attributes;

/**
 * What {@link ConvChain} does besides its weights.
 *
 * @param steps convolutions, at least 1
 * @param firstSum the first step that adds something, 0 or 1; every second one from there does, the
 *     last one too
 * @param activation behind every step
 * @param downsamples whether a convolution of stride 2 goes before the steps, and the shortcut is
 *     every second pixel of what goes in, with channels of zeros before and behind
 * @param paddedChannels how many of these are before
 */
public record ConvChainAttributes(
    int steps, int firstSum, Activation activation, boolean downsamples, int paddedChannels)
    implements Attributes {
  /** A chain of an odd number of steps begins with a sum. */
  public static ConvChainAttributes of(int steps, Activation activation) {
    return new ConvChainAttributes(steps, (steps + 1) % 2, activation, false, 0);
  }

  /** The same chain, of an odd number of steps, behind a convolution of stride 2. */
  public ConvChainAttributes downsampling(int paddedBefore) {
    return new ConvChainAttributes(steps, firstSum, activation, true, paddedBefore);
  }

  boolean isSum(int step) {
    return (step + firstSum) % 2 == 0;
  }
}
