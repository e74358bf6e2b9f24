package io.skipscope.op.movement;

import io.skipscope.graph.Attributes;
import java.util.List;

/**
 * What is put around a tensor.
 *
 * @param before elements in front of each axis, one number per axis; negative cuts off
 * @param after elements behind each axis, likewise
 * @param value of the new elements, for {@link Mode#CONSTANT}
 */
public record PadAttributes(List<Integer> before, List<Integer> after, Mode mode, float value)
    implements Attributes {
  /** Where new elements come from. */
  public enum Mode {
    CONSTANT,
    /** Mirrored at the first and last element, which are not repeated. */
    REFLECT,
    /** The nearest element. */
    EDGE
  }

  public PadAttributes {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  public static PadAttributes zeros(List<Integer> before, List<Integer> after) {
    return new PadAttributes(before, after, Mode.CONSTANT, 0);
  }
}
