package io.skipscope.run.multi;

import io.skipscope.job.Job;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for the devices of a stream, and tells meanwhile how many frames have come out. */
final class StreamWatch {
  private static final long PROGRESS_EVERY_MILLIS = 50;

  private StreamWatch() {}

  /**
   * Until all have ended.
   *
   * @param ended counts the devices that have
   * @param stop ends the stream early, where the job is cancelled; twice is harmless
   * @return what made the job's owner end the stream, or null
   */
  static RuntimeException await(
      CountDownLatch ended, Deliveries deliveries, Job job, Runnable stop) {
    RuntimeException interruption = null;
    try {
      while (!ended.await(PROGRESS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          job.progress("Running frames", deliveries.done(), deliveries.size());
        } catch (RuntimeException e) {
          interruption = e;
          stop.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.run();
    }
    return interruption;
  }
}
