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
  private boolean borrowed = true;

  /**
   * @param numbers stay as they are until they are given back or copied
   */
  TapLease(FloatBuffer numbers) {
    this.numbers = numbers;
  }

  /**
   * Copies as many numbers as {@code target} holds.
   *
   * @param value whose numbers they are, for messages
   * @throws SkipscopeException if they have been given back
   */
  void read(String value, int offset, float[] target) {
    read(value, all -> all.get(offset, target));
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
    locked(
        lock.writeLock(),
        () -> {
          numbers = numbers != null && borrowed ? copy(numbers) : numbers;
          borrowed = false;
          return numbers;
        });
  }

  private static FloatBuffer copy(FloatBuffer all) {
    return FloatBuffer.allocate(all.capacity()).put(0, all, 0, all.capacity());
  }

  void giveBack() {
    locked(lock.writeLock(), () -> numbers = null);
  }

  /** Whether the lent memory is read no more: the numbers were given back or copied. */
  boolean isFree() {
    return locked(lock.readLock(), () -> numbers == null || !borrowed);
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
