package io.skipscope.op.movement;

import io.skipscope.graph.Attributes;
import java.util.List;

/**
 * A change of axes that moves no number, said so that it fits every batch and image size.
 *
 * <p>Axes may be negative and then count from the end.
 */
public sealed interface ReshapeAttributes extends Attributes {
  /**
   * New extents.
   *
   * @param extents -1 (once) for what is left over, 0 for the input's extent of the same axis
   */
  record To(List<Integer> extents) implements ReshapeAttributes {
    public To {
      extents = List.copyOf(extents);
    }
  }

  /**
   * Two axes: the product of the extents before {@code axis}, and of those from it on.
   *
   * @param axis 0 to the rank, inclusive
   */
  record Flatten(int axis) implements ReshapeAttributes {}

  /**
   * Removes axes of extent 1.
   *
   * @param axes of the input; empty for all of extent 1
   */
  record Squeeze(List<Integer> axes) implements ReshapeAttributes {
    public Squeeze {
      axes = List.copyOf(axes);
    }
  }

  /**
   * Inserts axes of extent 1.
   *
   * @param axes of the output
   */
  record Unsqueeze(List<Integer> axes) implements ReshapeAttributes {
    public Unsqueeze {
      axes = List.copyOf(axes);
    }
  }
}
