package io.skipscope.device;

import java.util.function.Function;

/**
 * A launch whose kernel is built and whose memory is bound, to be submitted any number of times.
 *
 * <p>Belongs to the thread of the queue that prepared it, and is closed with its device at the
 * latest; closing twice is harmless.
 */
public interface PreparedLaunch extends AutoCloseable {
  /**
   * Enqueues it behind all that its queue has been given before.
   *
   * @throws io.skipscope.error.DeviceException if the device refuses, or a buffer is closed
   */
  void submit(Factors factors);

  /** Likewise, and keeps track of its time, which costs the host some microseconds. */
  Event submitTimed(Factors factors);

  /**
   * Binds all buffers anew, for what is submitted from now on.
   *
   * @param buffers the buffer of a value by its name, never null
   * @throws io.skipscope.error.DeviceException if the device refuses
   */
  void rebind(Function<String, DeviceBuffer> buffers);

  @Override
  void close();
}
