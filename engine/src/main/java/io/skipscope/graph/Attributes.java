package io.skipscope.graph;

/**
 * The parameters of a node that are not tensors: strides, axes, kinds. Each operator has its own.
 */
public interface Attributes {
  /** For operators without any. */
  record None() implements Attributes {}

  Attributes NONE = new None();
}
