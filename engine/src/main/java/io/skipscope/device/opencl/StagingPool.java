package io.skipscope.device.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Direct buffers for copies to and from devices.
 *
 * <p>Shared by all devices and kept for the life of the program: direct memory is given back late,
 * so making it anew for every queue would pile it up. Safe on any thread.
 */
final class StagingPool {
  static final int SIZE_BYTES = 4 << 20;

  private static final ConcurrentLinkedQueue<ByteBuffer> FREE = new ConcurrentLinkedQueue<>();

  /** Never empty again, lest a driver that lost track of its copies writes into freed memory. */
  private static final ConcurrentLinkedQueue<ByteBuffer> LOST = new ConcurrentLinkedQueue<>();

  private StagingPool() {}

  /** A buffer of {@link #SIZE_BYTES} in native order, empty of meaning. */
  static ByteBuffer borrow() {
    ByteBuffer free = FREE.poll();
    return free != null
        ? free
        : ByteBuffer.allocateDirect(SIZE_BYTES).order(ByteOrder.nativeOrder());
  }

  static void giveBack(ByteBuffer buffer) {
    FREE.add(buffer.clear());
  }

  /** Keeps a buffer from use for good, because nobody knows when a device is done with it. */
  static void lose(ByteBuffer buffer) {
    LOST.add(buffer);
  }
}
