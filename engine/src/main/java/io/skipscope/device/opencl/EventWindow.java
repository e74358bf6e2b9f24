package io.skipscope.device.opencl;

import io.skipscope.device.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The launches of an in-order queue that are under way, and their native events.
 *
 * <p>Their number is bounded: a full window waits for its older half, so that neither the driver's
 * queue nor the number of events grows. Used under the device's lock.
 */
final class EventWindow {
  private static final int CAPACITY = 256;
  private static final int FLUSH_EVERY = 32;

  private final OpenClDevice device;
  private final ClObject queue;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long lastSettledNanos;
  private int unflushed;

  EventWindow(OpenClDevice device, ClObject queue) {
    this.device = device;
    this.queue = queue;
  }

  /** Takes over a native event. */
  Event add(ClObject raw) {
    Pending event = new Pending(raw);
    pending.add(event);
    countLaunch();
    if (pending.size() == CAPACITY) {
      settleThrough(pending.stream().skip(CAPACITY / 2).findFirst().orElseThrow());
    }
    return event;
  }

  /** The native events of those that are not known to have ended. */
  static List<ClObject> pending(List<Event> events) {
    return events.stream()
        .filter(Pending.class::isInstance)
        .map(Pending.class::cast)
        .filter(event -> !event.settled)
        .map(event -> event.raw)
        .toList();
  }

  /** Lets the device begin now and then with launches, whether their time is taken or not. */
  void countLaunch() {
    unflushed++;
    if (unflushed == FLUSH_EVERY) {
      device.cl().flush(queue);
      unflushed = 0;
    }
  }

  int size() {
    return pending.size();
  }

  /** Waits for everything, and releases the native events. */
  void settleAll() {
    if (!pending.isEmpty()) {
      settleThrough(pending.getLast());
    }
  }

  /** Waits for {@code last}; in an in-order queue all before it are done then. */
  private void settleThrough(Pending last) {
    try {
      device.cl().waitFor(last.raw);
    } finally {
      long nowNanos = System.nanoTime();
      settleThrough(last, nowNanos);
      lastSettledNanos = nowNanos;
    }
  }

  /** Releases every event up to {@code last}, also those behind one whose release fails. */
  private void settleThrough(Pending last, long nowNanos) {
    while (!last.settled) {
      try {
        pending.remove().settle(nowNanos);
      } catch (ClException e) {
        settleThrough(last, nowNanos);
        throw e;
      }
    }
  }

  private final class Pending implements Event {
    private final ClObject raw;
    private final long submittedNanos = System.nanoTime();
    private boolean settled;
    private long elapsedNanos;

    Pending(ClObject raw) {
      this.raw = raw;
    }

    @Override
    public long elapsedNanos() {
      synchronized (device.callLock()) {
        if (!settled) {
          device.guard().run("waiting for a kernel", () -> settleThrough(this));
        }
        return elapsedNanos;
      }
    }

    private void settle(long nowNanos) {
      settled = true;
      long hostNanos = nowNanos - Math.max(submittedNanos, lastSettledNanos);
      long deviceNanos = profiledNanos();
      // Some drivers give zeros or ticks of another clock; the host's clock bounds the truth.
      boolean plausible = deviceNanos > 0 && deviceNanos <= nowNanos - submittedNanos;
      elapsedNanos = plausible ? deviceNanos : hostNanos;
      device.cl().releaseEvent(raw);
    }

    private long profiledNanos() {
      try {
        return device.cl().eventNanos(raw, ClInfo.PROFILING_COMMAND_END)
            - device.cl().eventNanos(raw, ClInfo.PROFILING_COMMAND_START);
      } catch (ClException notProfiled) {
        return 0;
      }
    }
  }
}
