package io.skipscope.op.norm;

import io.skipscope.graph.Attributes;

/**
 * What keeps a batch normalisation from dividing by zero.
 *
 * @param epsilon added to the variance before the root; positive
 */
public record BatchNormAttributes(float epsilon) implements Attributes {}
