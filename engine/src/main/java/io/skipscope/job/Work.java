package io.skipscope.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Waits for work that was given to another thread. */
public final class Work {
  private Work() {}

  /**
   * Waits for its result; what it threw comes out here.
   *
   * @param interrupted makes what is thrown if this thread is interrupted meanwhile
   */
  public static <T> T result(Future<T> work, Supplier<? extends RuntimeException> interrupted) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted.get();
    }
  }
}
