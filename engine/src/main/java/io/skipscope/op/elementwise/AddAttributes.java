package io.skipscope.op.elementwise;

import io.skipscope.graph.Attributes;

/**
 * Factors of the graph that scale the two inputs of an {@code Add}: an edit such as "half the
 * shortcut" is a number that a run may change.
 *
 * @param leftFactor a name in {@link io.skipscope.graph.Graph#factors}, or null for 1
 * @param rightFactor likewise for the second input
 */
public record AddAttributes(String leftFactor, String rightFactor) implements Attributes {
  /** A plain sum. */
  public static final AddAttributes PLAIN = new AddAttributes(null, null);
}
