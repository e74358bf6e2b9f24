package io.skipscope.device.opencl;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Events of copies that have ended, until nobody else holds them.
 *
 * <p>JOCL holds the event of a copy that is not waited for too, and lets it go on a thread of its
 * own some time after the copy has ended. Were that the last to let it go, PoCL would look at a
 * device that may have been closed by then. Used under the device's lock.
 */
final class HeldEvents {
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long FIRST_PAUSE_NANOS = 50_000;

  private final Cl cl;
  private final Deque<ClObject> events = new ArrayDeque<>();

  HeldEvents(Cl cl) {
    this.cl = cl;
  }

  void add(Collection<ClObject> ended) {
    events.addAll(ended);
  }

  /** Releases those that nobody else holds by now, from the oldest on; does not wait. */
  void releaseUnheld() {
    while (!events.isEmpty() && !isHeld(events.getFirst())) {
      cl.releaseEvent(events.remove());
    }
  }

  /** Waits for the others, longer each time but not for ever, and releases all. */
  void releaseAll() {
    long pauseNanos = FIRST_PAUSE_NANOS;
    while (!events.isEmpty()) {
      if (pauseNanos < MOST_NANOS && isHeld(events.getFirst())) {
        LockSupport.parkNanos(pauseNanos);
        pauseNanos *= 2;
      } else {
        release();
      }
    }
  }

  /** Likewise those behind one whose release fails. */
  private void release() {
    try {
      cl.releaseEvent(events.remove());
    } catch (ClException e) {
      releaseAll();
      throw e;
    }
  }

  /** By anyone but this; a driver that does not say may still hold it. */
  private boolean isHeld(ClObject event) {
    try {
      return cl.eventHolders(event) > 1;
    } catch (ClException unknown) {
      return true;
    }
  }
}
