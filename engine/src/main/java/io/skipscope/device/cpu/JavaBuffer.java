package io.skipscope.device.cpu;

import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.DeviceMemoryException;
import io.skipscope.device.Handle;
import io.skipscope.error.DeviceException;

/** A float array that is made at its first use. */
final class JavaBuffer extends Handle implements DeviceBuffer {
  private final long sizeBytes;
  private volatile float[] array;

  JavaBuffer(Handle owner, long sizeBytes) {
    super(owner);
    this.sizeBytes = sizeBytes;
  }

  static JavaBuffer of(DeviceBuffer buffer) {
    if (buffer instanceof JavaBuffer own) {
      return own;
    }
    throw new DeviceException("java", "a buffer of another device", "one of the plain Java device");
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  float[] array() {
    float[] made = array;
    return made != null ? made : makeArray();
  }

  /** Under the tree's lock, like closing, so that neither waits for the other. */
  private float[] makeArray() {
    synchronized (lock()) {
      requireOpen();
      if (array == null) {
        array = newArray();
      }
      return array;
    }
  }

  private float[] newArray() {
    try {
      return new float[(int) (sizeBytes / Float.BYTES)];
    } catch (OutOfMemoryError error) {
      throw new DeviceMemoryException(
          "java",
          "no memory for " + sizeBytes + " bytes",
          "a smaller input or batch, or a larger heap (-Xmx)",
          0,
          error);
    }
  }

  @Override
  protected void release() {
    array = null;
  }
}
