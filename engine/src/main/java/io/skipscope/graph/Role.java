package io.skipscope.graph;

/** What a value is for, which decides who may write it and how long it lives. */
public enum Role {
  /** Fed by the caller at every run. */
  INPUT,
  /** A trained number: weights, biases, gamma, beta. May change between runs; see its version. */
  PARAMETER,
  /** Kept between runs but not trained: batch norm's running mean and variance. */
  STATE,
  /** Fixed for ever. */
  CONSTANT,
  /** Computed by a node at every run. */
  ACTIVATION,
  /** A derivative, written only in a training graph. */
  GRADIENT;

  /** Whether the graph itself holds the numbers. */
  public boolean isStored() {
    return this == PARAMETER || this == STATE || this == CONSTANT;
  }
}
