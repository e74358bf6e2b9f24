package io.skipscope.tensor;

/** How a number is stored, in a file or on a device. Arithmetic is always in float. */
public enum DataType {
  FLOAT32(4),
  FLOAT16(2),
  BFLOAT16(2),
  FLOAT64(8);

  private final int sizeBytes;

  DataType(int sizeBytes) {
    this.sizeBytes = sizeBytes;
  }

  public int sizeBytes() {
    return sizeBytes;
  }
}
