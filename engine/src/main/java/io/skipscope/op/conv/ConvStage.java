package io.skipscope.op.conv;

/**
 * The part of a {@link ConvChain} on maps of one size.
 *
 * @param steps convolutions, at least 1; the last one has a sum, and every second one before it
 * @param downsamples whether a convolution of stride 2 goes before the steps, and the shortcut is
 *     every second pixel of what goes in, with channels of zeros before and behind
 * @param paddedChannels how many of these are before
 */
public record ConvStage(int steps, boolean downsamples, int paddedChannels) {
  /** The first step that adds something: 1 if the number of steps is even, else 0. */
  int firstSum() {
    return (steps + 1) % 2;
  }

  boolean isSum(int step) {
    return (steps - 1 - step) % 2 == 0;
  }

  /** How many of the chain's inputs are its weights and biases. */
  int parameters() {
    return downsamples ? 4 : 2;
  }
}
