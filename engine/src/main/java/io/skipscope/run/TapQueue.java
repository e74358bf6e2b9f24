package io.skipscope.run;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands results to a slow reader: holds a few, drops the oldest and counts it when full, so that
 * the engine never waits. Any thread.
 */
public final class TapQueue {
  private final int capacity;
  private final ArrayDeque<RunResult> results = new ArrayDeque<>();
  private final AtomicLong dropped = new AtomicLong();

  /**
   * @param capacity at least 1
   */
  public TapQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a result; never blocks. */
  public synchronized void offer(RunResult result) {
    if (results.size() == capacity) {
      results.removeFirst().close();
      dropped.incrementAndGet();
    }
    results.addLast(result);
  }

  /** The oldest result that is still there, or null. */
  public synchronized RunResult poll() {
    return results.pollFirst();
  }

  public long droppedCount() {
    return dropped.get();
  }
}
