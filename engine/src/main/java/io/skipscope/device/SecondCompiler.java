package io.skipscope.device;

/**
 * A compiler beside the device's own, whose results the driver finds when the device builds the
 * same: a process of its own, where drivers compile one kernel at a time in each process. One
 * thread.
 */
public interface SecondCompiler extends AutoCloseable {
  /**
   * Does what {@link Device#buildFor} would do, and waits.
   *
   * @return false if it could not and should be asked no more; {@link Device#buildFor} has the
   *     reason
   */
  boolean compile(KernelLaunch launch);

  /** Lets go of it without waiting; what it compiles just now is still finished. */
  @Override
  void close();
}
