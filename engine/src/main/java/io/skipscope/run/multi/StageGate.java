package io.skipscope.run.multi;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets the threads of devices go on when all that is waited for has been done. Any thread. */
final class StageGate {
  /** Waking a thread takes about as long; other devices are mostly done sooner. */
  private static final long SPIN_NANOS = 100_000;

  private final AtomicInteger left;
  private final CountDownLatch opened = new CountDownLatch(1);

  /**
   * @param works how many have to {@link #arrive}
   */
  StageGate(int works) {
    left = new AtomicInteger(works);
  }

  /**
   * A work is done; the last opens the gate.
   *
   * @return whether it was the last
   */
  boolean arrive() {
    boolean isLast = left.decrementAndGet() == 0;
    if (isLast) {
      open();
    }
    return isLast;
  }

  /** Whatever is done. */
  void open() {
    opened.countDown();
  }

  void await() throws InterruptedException {
    long end = System.nanoTime() + SPIN_NANOS;
    while (opened.getCount() > 0 && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    opened.await();
  }
}
