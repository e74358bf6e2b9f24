package io.skipscope.device.opencl;

import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Handle;

/** A buffer, or a part of one; parts of parts are parts of the root, as OpenCL wants it. */
class OpenClBuffer extends Handle implements DeviceBuffer {
  private final OpenClDevice device;
  private final OpenClBuffer root;
  private final ClObject raw;
  private final long startBytes;
  private final long sizeBytes;

  /**
   * @param owner the device, or the buffer that this is a slice of
   * @param startBytes where in the root buffer this one begins
   */
  OpenClBuffer(OpenClDevice device, Handle owner, ClObject raw, long startBytes, long sizeBytes) {
    super(owner);
    this.device = device;
    this.root = owner instanceof OpenClBuffer parent ? parent.root : this;
    this.raw = raw;
    this.startBytes = startBytes;
    this.sizeBytes = sizeBytes;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  /**
   * @throws io.skipscope.error.DeviceException if the buffer is closed
   */
  void requireUsable() {
    requireOpen();
  }

  OpenClDevice device() {
    return device;
  }

  OpenClBuffer root() {
    return root;
  }

  ClObject raw() {
    return raw;
  }

  long startBytes() {
    return startBytes;
  }

  @Override
  protected void release() {
    device.guard().run("releasing a buffer", () -> device.cl().releaseBuffer(raw));
  }
}
