package io.skipscope.device;

/** The end of a submitted launch. */
public interface Event {
  /** Time that the launch took on the device; waits for its end. */
  long elapsedNanos();
}
