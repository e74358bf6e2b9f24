package io.skipscope.device.opencl;

import io.skipscope.tensor.DataType;
import io.skipscope.tensor.StoredNumbers;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Direct memory that holds what is on its way to a device, until it has surely arrived. Used under
 * the device's lock.
 */
final class UploadStaging {
  private ByteBuffer memory;

  /** Whether so many numbers find room behind those that are on their way. */
  boolean fits(int count, DataType type) {
    int used = memory == null ? 0 : memory.position();
    return (long) count * type.sizeBytes() <= StagingPool.SIZE_BYTES - used;
  }

  /** A copy of {@code numbers}, which must fit; it stays as it is until {@link #arrived}. */
  ByteBuffer hold(FloatBuffer numbers, DataType type) {
    if (memory == null) {
      memory = StagingPool.borrow();
    }
    int sizeBytes = numbers.remaining() * type.sizeBytes();
    ByteBuffer held = memory.slice(memory.position(), sizeBytes).order(memory.order());
    StoredNumbers.encode(numbers, type, held);
    memory.position(memory.position() + sizeBytes);
    return held;
  }

  /**
   * Hands over the memory of what was held so far, for somebody who learns when it has arrived and
   * gives it back to the {@link StagingPool} then.
   *
   * @return null if nothing was held
   */
  ByteBuffer handOver() {
    ByteBuffer held = memory;
    memory = null;
    return held;
  }

  /** Everything that was held has been copied. */
  void arrived() {
    if (memory != null) {
      StagingPool.giveBack(memory);
      memory = null;
    }
  }
}
