package io.skipscope.run;

import io.skipscope.error.SkipscopeException;
import java.nio.FloatBuffer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The numbers of a result's taps: in memory that is lent to the result until it gives it back, and
 * in a copy of it if a later run needs the memory before. Any thread.
 */
public final class TapLease {
  /** The lease of a result whose taps borrow nothing. */
  static final TapLease NOTHING = new TapLease(FloatBuffer.allocate(0));

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private FloatBuffer numbers;

  /**
   * @param numbers stay as they are until they are given back or copied
   */
  TapLease(FloatBuffer numbers) {
    this.numbers = numbers;
  }

  /**
   * A copy of {@code count} numbers.
   *
   * @param value whose numbers they are, for messages
   * @throws SkipscopeException if they have been given back
   */
  float[] read(String value, int offset, int count) {
    float[] copy = new float[count];
    read(value, all -> all.get(offset, copy));
    return copy;
  }

  /**
   * What {@code reader} makes of all numbers before they may change. Several may read at a time.
   *
   * @throws SkipscopeException if they have been given back
   */
  <T> T read(String what, Function<FloatBuffer, T> reader) {
    return locked(
        lock.readLock(),
        () -> {
          if (numbers == null) {
            throw new SkipscopeException(
                "tap of " + what, "a result that is closed", "to read its taps before closing it");
          }
          return reader.apply(numbers);
        });
  }

  /** From now on, the lent memory may change. */
  void copyAway() {
    locked(lock.writeLock(), () -> numbers = numbers == null ? null : copy(numbers));
  }

  private static FloatBuffer copy(FloatBuffer all) {
    return FloatBuffer.allocate(all.capacity()).put(0, all, 0, all.capacity());
  }

  void giveBack() {
    locked(lock.writeLock(), () -> numbers = null);
  }

  boolean isGivenBack() {
    return locked(lock.readLock(), () -> numbers == null);
  }

  private static <T> T locked(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
