package io.skipscope.run.multi;

import io.skipscope.device.Closing;
import io.skipscope.job.Job;
import io.skipscope.run.HostMemory;
import io.skipscope.run.PendingRun;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The frames that one part of a stream has begun and not ended, two at most: while the device
 * computes one, the host prepares the next, and the copies of both wait in the device's queue. On
 * the device's thread.
 *
 * <pre>
 * host     feed k │ feed k+1 │ hand on k-1 │ (waits) │ hand on k │ feed k+2 │
 * device          │ frame k ─────────────────────────│ frame k+1 ─────────────────
 * </pre>
 */
final class PartFrames implements AutoCloseable {
  /** The one that the device computes, and the next. */
  static final int MOST_BEGUN = 2;

  private record Begun(Frame frame, PendingRun run, long startNanos) {}

  /** What came out of the part, and what went in. */
  record Ended(Frame in, Frame out) {}

  private final Part part;
  private final String what;
  private final Runner runner;
  private final HostMemory memory;
  private final Consumer<Span> spans;
  private final Job job;
  private final Deque<Begun> begun = new ArrayDeque<>();
  private long lastEndNanos = Long.MIN_VALUE;

  /**
   * @param what how spans name the part's work
   * @param memory where results go
   * @param spans told when the device was at work on a frame
   * @param job ends runs that have been begun
   */
  PartFrames(
      Part part, String what, Runner runner, HostMemory memory, Consumer<Span> spans, Job job) {
    this.part = part;
    this.what = what;
    this.runner = runner;
    this.memory = memory;
    this.spans = spans;
    this.job = job;
  }

  boolean isEmpty() {
    return begun.isEmpty();
  }

  /** Whether a further frame is better begun before the oldest is waited for. */
  boolean hasRoom() {
    return begun.size() < MOST_BEGUN && (begun.isEmpty() || !begun.getFirst().run.isDone());
  }

  void begin(Frame frame) {
    long start = System.nanoTime();
    if (part.from() == 0) {
      runner.requireInputs(frame.values());
    }
    begun.add(new Begun(frame, runner.begin(frame.values(), memory, job), start));
  }

  /** Waits for the oldest; there must be one. */
  Ended end() {
    Begun oldest = begun.getFirst();
    Frame out = oldest.frame.withValues(oldest.run.await().outputs());
    begun.remove();
    // The device does one frame after the other, whenever the host has given them.
    long start = lastEndNanos == Long.MIN_VALUE ? oldest.startNanos : later(oldest.startNanos);
    lastEndNanos = System.nanoTime();
    spans.accept(new Span(part.device(), what, out.index(), start, lastEndNanos - start));
    return new Ended(oldest.frame, out);
  }

  /** Differences alone say which of two times of {@link System#nanoTime} is later. */
  private long later(long nanos) {
    return nanos - lastEndNanos > 0 ? nanos : lastEndNanos;
  }

  /** Gives up what was begun; waits until the device is done with it. */
  @Override
  public void close() {
    Closing.all(begun.stream().<Runnable>map(one -> one.run::close).toList());
    begun.clear();
  }
}
