package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Download;
import java.util.List;
import java.util.function.Supplier;

/** A run that a device has been given; its results are on their way. Belongs to its thread. */
final class BegunRun implements AutoCloseable {
  private final List<Download> downloads;
  private final Supplier<RunResult> result;

  /**
   * @param downloads of the outputs
   * @param result what the run gives once they are there
   */
  BegunRun(List<Download> downloads, Supplier<RunResult> result) {
    this.downloads = List.copyOf(downloads);
    this.result = result;
  }

  /** One that has ended. */
  static BegunRun ended(RunResult result) {
    return new BegunRun(List.of(), () -> result);
  }

  /** Whether {@link #await} is known not to wait. */
  boolean isDone() {
    return downloads.stream().allMatch(Download::isDone);
  }

  /**
   * Waits for the results.
   *
   * @throws io.skipscope.error.DeviceException if they do not come
   */
  RunResult await() {
    downloads.forEach(Download::await);
    return result.get();
  }

  /** Gives up what was not awaited; waits until the device is done with it. */
  @Override
  public void close() {
    Closing.all(downloads.stream().<Runnable>map(download -> download::close).toList());
  }
}
