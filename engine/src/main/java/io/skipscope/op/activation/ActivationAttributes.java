package io.skipscope.op.activation;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Attributes;

/** The function of an {@code Activation} node. */
public record ActivationAttributes(Activation activation) implements Attributes {}
