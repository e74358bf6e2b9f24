package io.skipscope.op.movement;

import io.skipscope.graph.Attributes;
import java.util.List;

/**
 * A new order of the axes.
 *
 * @param permutation for each axis of the output, the axis of the input that it is
 */
public record TransposeAttributes(List<Integer> permutation) implements Attributes {
  public TransposeAttributes {
    permutation = List.copyOf(permutation);
  }
}
