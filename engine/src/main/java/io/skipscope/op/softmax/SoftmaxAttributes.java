package io.skipscope.op.softmax;

import io.skipscope.graph.Attributes;

/**
 * Which numbers sum to 1.
 *
 * @param axis of the input; negative counts from the end
 */
public record SoftmaxAttributes(int axis) implements Attributes {}
