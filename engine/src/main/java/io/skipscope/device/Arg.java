package io.skipscope.device;

/** One argument of a kernel; values and factors are bound to memory and numbers at each run. */
public sealed interface Arg {
  /** The buffer of a value of the graph. */
  record Buffer(String value) implements Arg {}

  record Int(int value) implements Arg {}

  record Float(float value) implements Arg {}

  /** A factor of the graph, null for the constant 1. */
  record Factor(String name) implements Arg {}

  /** Local memory of that many bytes. */
  record Local(int sizeBytes) implements Arg {}
}
