package io.skipscope.op.movement;

import io.skipscope.graph.Attributes;

/**
 * Where inputs are joined.
 *
 * @param axis along which they follow each other; negative counts from the end
 */
public record ConcatAttributes(int axis) implements Attributes {}
