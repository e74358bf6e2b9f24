package io.skipscope.job;

import io.skipscope.error.SkipscopeException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one thread that touches something, such as a device. Any thread may give it work, which it
 * does in order.
 */
public final class OwnerThread {
  private final String what;
  private final ExecutorService thread;

  /**
   * @param what it belongs to, as messages name it
   */
  public OwnerThread(String what, String threadName) {
    this.what = what;
    thread = DaemonThreads.single(threadName);
  }

  /**
   * Does the work behind all that was given before, and does not wait for it.
   *
   * @throws SkipscopeException if the thread was stopped
   */
  public <T> Future<T> submit(Callable<T> work) {
    try {
      return thread.submit(work);
    } catch (RejectedExecutionException e) {
      throw new SkipscopeException(what, "a closed " + what, "an open one; open it again", e);
    }
  }

  /**
   * Does the work and waits; what it throws comes out here.
   *
   * @throws SkipscopeException if the thread was stopped, or this one is interrupted
   */
  public <T> T call(Callable<T> work) {
    return result(submit(work));
  }

  /** Waits for submitted work; what it throws comes out here. */
  public <T> T result(Future<T> work) {
    return Work.result(
        work, () -> new SkipscopeException(what, "an interrupt", "to wait for the device"));
  }

  public boolean isStopped() {
    return thread.isShutdown();
  }

  /** Takes no more work; what was given is done. Twice is harmless. */
  public void stop() {
    thread.shutdown();
  }
}
