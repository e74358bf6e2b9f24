package io.skipscope.device;

import java.nio.FloatBuffer;

/** A buffer that keeps its bytes in memory of the host. Belongs to the device's thread. */
public interface SharedBuffer extends DeviceBuffer {
  /**
   * Waits for all work of {@code queue} so far, then gives the host the numbers without copying
   * them.
   *
   * @return read-only; its memory stays valid for as long as it is referred to, even if the buffer
   *     is closed, but says nothing useful from {@link #hide} on
   * @throws io.skipscope.error.DeviceException if the device refuses
   */
  FloatBuffer show(Queue queue);

  /**
   * Lets launches write again; to be called before any does, and harmless if nothing is shown.
   *
   * @throws io.skipscope.error.DeviceException if the device refuses
   */
  void hide(Queue queue);

  boolean isClosed();
}
