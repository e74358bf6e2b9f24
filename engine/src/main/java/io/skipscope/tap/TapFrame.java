package io.skipscope.tap;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/**
 * A tapped value of one run. Immutable.
 *
 * @param name the tap point's name
 * @param frame the number of the run that it comes from
 * @param tensor the numbers, NCHW; null if only statistics were asked for
 */
public record TapFrame(String name, long frame, Shape shape, Tensor tensor, ChannelStats stats) {}
