package io.skipscope.job;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Progress and cancellation of anything that can take 200 ms.
 *
 * <p>The worker calls {@link #progress} between its steps (between launches, files, passes), on its
 * own thread; any thread may call {@link #cancel}. A listener is told on the worker's thread.
 */
public final class Job {
  /** Told of every step. {@code total} is 0 while it is not known. */
  @FunctionalInterface
  public interface Listener {
    void progressed(String what, long done, long total);
  }

  private final Listener listener;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  public Job(Listener listener) {
    this.listener = listener;
  }

  /** A job that nobody watches and nobody cancels. */
  public static Job unwatched() {
    return new Job((what, done, total) -> {});
  }

  public void cancel() {
    cancelled.set(true);
  }

  /**
   * Tells the listener and looks at the cancel request.
   *
   * @param what the step in the user's words, such as {@code "Compiling kernels"}
   * @throws CancelledException if {@link #cancel} was called
   */
  public void progress(String what, long done, long total) {
    if (cancelled.get()) {
      throw new CancelledException(what);
    }
    listener.progressed(what, done, total);
  }
}
