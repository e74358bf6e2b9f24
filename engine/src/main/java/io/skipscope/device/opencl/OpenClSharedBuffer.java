package io.skipscope.device.opencl;

import io.skipscope.device.DeviceMemoryException;
import io.skipscope.device.Queue;
import io.skipscope.device.SharedBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A buffer over direct memory of Java, which outlives it for as long as somebody reads there.
 * OpenCL promises that mapping such a buffer brings its numbers to that very memory.
 */
final class OpenClSharedBuffer extends OpenClBuffer implements SharedBuffer {
  /** Drivers share whole pages; others they copy. */
  private static final int PAGE_BYTES = 4096;

  private final ByteBuffer memory;
  private boolean shown;

  /**
   * @param memory of {@link #newMemory}
   */
  OpenClSharedBuffer(OpenClDevice device, ClObject raw, ByteBuffer memory) {
    super(device, device, raw, 0, memory.capacity());
    this.memory = memory;
  }

  /**
   * @param sizeBytes at most 2^31 - 1 less two pages
   * @throws DeviceMemoryException if Java has no more direct memory
   */
  static ByteBuffer newMemory(OpenClDevice device, int sizeBytes) {
    try {
      return ByteBuffer.allocateDirect(sizeBytes + 2 * PAGE_BYTES)
          .alignedSlice(PAGE_BYTES)
          .slice(0, sizeBytes)
          .order(ByteOrder.nativeOrder());
    } catch (OutOfMemoryError error) {
      throw new DeviceMemoryException(
          device.info().label(),
          "no direct memory for " + sizeBytes + " bytes",
          "fewer taps, a smaller input or batch, or a larger -XX:MaxDirectMemorySize",
          0,
          error);
    }
  }

  @Override
  public FloatBuffer show(Queue queue) {
    synchronized (lock()) {
      requireOpen();
      ClObject rawQueue = device().own(queue).raw();
      device().guard().run("mapping a buffer", () -> map(rawQueue));
      return memory.asReadOnlyBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
  }

  private void map(ClObject queue) {
    if (!shown) {
      device().cl().map(queue, raw(), sizeBytes());
      shown = true;
    }
  }

  @Override
  public void hide(Queue queue) {
    synchronized (lock()) {
      requireOpen();
      ClObject rawQueue = device().own(queue).raw();
      device().guard().run("unmapping a buffer", () -> unmap(rawQueue));
    }
  }

  private void unmap(ClObject queue) {
    if (shown) {
      device().cl().unmap(queue, raw(), memory);
      shown = false;
    }
  }
}
