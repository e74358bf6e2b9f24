package io.skipscope.viewer.app;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Does things on the event thread, each in an event of its own, so that the window answers and is
 * painted between them. Any thread but the event thread.
 */
final class EventSteps {
  private EventSteps() {}

  /** Does one thing and waits for what it gives. */
  static <T> T get(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    run(() -> result.set(work.get()));
    return result.get();
  }

  /** Does them one after the other and waits for the last one. */
  static void run(List<? extends Runnable> steps) {
    steps.forEach(EventSteps::run);
  }

  /** Does one thing and waits for its end. */
  static void run(Runnable step) {
    try {
      EventQueue.invokeAndWait(step);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the window was being made", e);
    }
  }

  /** Steps declare no exceptions, so that it is one of these two. */
  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
