package io.skipscope.device;

/** Numbers on their way from a device to the host. Belongs to the thread of its queue. */
public interface Download extends AutoCloseable {
  /** One whose numbers are all there. */
  Download DONE =
      new Download() {
        @Override
        public boolean isDone() {
          return true;
        }

        @Override
        public void await() {
          // Nothing is on its way.
        }

        @Override
        public void close() {
          // Holds nothing.
        }
      };

  /** Whether {@link #await} is known not to wait. */
  boolean isDone();

  /**
   * Waits until the numbers are where they were to go. Twice is harmless.
   *
   * @throws io.skipscope.error.DeviceException if they do not come, or it was closed before
   */
  void await();

  /**
   * Ends it, awaited or not; what was not awaited is lost. Twice is harmless.
   *
   * @throws io.skipscope.error.DeviceException if the device refuses to end it
   */
  @Override
  void close();
}
