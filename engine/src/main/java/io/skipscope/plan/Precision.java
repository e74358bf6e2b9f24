package io.skipscope.plan;

import io.skipscope.tensor.DataType;

/** How weights and activations are stored on a device; arithmetic is in float all the same. */
public enum Precision {
  FLOAT(DataType.FLOAT32),

  /** Half the memory; each stored number is rounded to 11 bits, beyond 65504 it is infinite. */
  HALF(DataType.FLOAT16);

  private final DataType storage;

  Precision(DataType storage) {
    this.storage = storage;
  }

  public DataType storage() {
    return storage;
  }
}
