package io.skipscope.tap;

import io.skipscope.tensor.Shape;

/**
 * A value of any rank seen as [batch, channels, inner]; below rank 2 it is a single channel.
 *
 * @param inner elements of one channel of one batch entry
 */
public record ChannelView(int batch, int channels, int inner) {
  public static ChannelView of(Shape shape) {
    return shape.rank() < 2
        ? new ChannelView(1, 1, shape.elementCount())
        : new ChannelView(shape.batch(), shape.channels(), shape.product(2, shape.rank()));
  }

  /** Elements of one channel in the whole batch. */
  int elements() {
    return batch * inner;
  }

  /** Where the map of one channel of one batch entry begins. */
  public int start(int image, int channel) {
    return (image * channels + channel) * inner;
  }
}
