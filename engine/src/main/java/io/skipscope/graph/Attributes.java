package io.skipscope.graph;

import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * The parameters of a node that are not tensors: strides, axes, kinds. Each operator has its own.
 */
public interface Attributes {
  /** For operators without any. */
  record None() implements Attributes {}

  Attributes NONE = new None();

  /**
   * These attributes as they are for a node's inputs; some have parts that follow shapes.
   *
   * @param inputs null for an optional input that is absent
   */
  default Attributes forInputs(List<Shape> inputs) {
    return this;
  }
}
