package io.skipscope.graph;

/**
 * Factors of the graph that scale the two inputs of an {@code Add}: an edit such as "half the
 * shortcut" is a number that a run may change.
 *
 * @param leftFactor a name in {@link Graph#factors}, or null for 1
 * @param rightFactor likewise for the second input
 */
public record AddAttributes(String leftFactor, String rightFactor) implements Attributes {
  /** A plain sum. */
  public static final AddAttributes PLAIN = new AddAttributes(null, null);

  /** The factors of an {@code Add} node; a node that has no attributes is a plain sum. */
  public static AddAttributes of(Node node) {
    return node.attributes() instanceof AddAttributes factors ? factors : PLAIN;
  }
}
