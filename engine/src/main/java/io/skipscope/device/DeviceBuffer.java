package io.skipscope.device;

/** Memory on a device, or a slice of it. Closing twice is harmless. */
public interface DeviceBuffer extends AutoCloseable {
  long sizeBytes();

  @Override
  void close();
}
