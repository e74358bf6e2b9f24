package io.skipscope.op;

/** A stored value that a kernel reads in an order of its own. */
public record PackedValue(String value, Packing packing) {
  /** The name under which a launch's arguments refer to it. */
  public String buffer() {
    return packing.bufferOf(value);
  }
}
