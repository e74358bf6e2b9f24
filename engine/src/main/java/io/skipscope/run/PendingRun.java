package io.skipscope.run;

import io.skipscope.job.Job;

/**
 * A run that {@link Runner#begin} has begun. Belongs to the runner's thread, and is awaited or
 * closed before the runner is.
 */
public final class PendingRun implements AutoCloseable {
  private final Runner runner;
  private final RunRequest request;
  private final Job job;
  private PreparedPlans begunOn;
  private BegunRun begun;

  /** One that is begun by {@link #begin}. */
  PendingRun(Runner runner, RunRequest request, Job job) {
    this.runner = runner;
    this.request = request;
    this.job = job;
  }

  RunRequest request() {
    return request;
  }

  /** Whether {@link #await} is known not to wait. */
  public boolean isDone() {
    return begun != null && begun.isDone();
  }

  /**
   * Waits for the results. Where the device has failed meanwhile, at this run or at another, the
   * run is done again in the way that is left.
   *
   * @throws io.skipscope.error.DeviceException if the device refuses
   * @throws io.skipscope.job.CancelledException between two launches of a run that is done again
   */
  public RunResult await() {
    return runner.await(this);
  }

  /** Hands the run to the device, unless it is there. */
  void begin(PreparedPlans plans) {
    if (begun == null || begunOn != plans) {
      drop();
      begun = runner.beginParts(request, plans, job);
      begunOn = plans;
    }
  }

  /** What has been begun gives; if that fails, it has to be begun again. */
  RunResult result() {
    BegunRun awaited = begun;
    boolean whole = false;
    try {
      RunResult result = awaited.await();
      whole = true;
      return result;
    } finally {
      if (!whole) {
        drop();
      }
    }
  }

  private void drop() {
    BegunRun dropped = begun;
    begun = null;
    if (dropped != null) {
      dropped.close();
    }
  }

  /**
   * Gives the results up; waits until the device is done with them. Twice is harmless.
   *
   * @throws io.skipscope.error.DeviceException if the device refuses
   */
  @Override
  public void close() {
    drop();
  }
}
