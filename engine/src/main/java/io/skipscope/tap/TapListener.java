package io.skipscope.tap;

import java.util.List;

/** Told of a run's taps before the run has ended, so that work on them can go on meanwhile. */
@FunctionalInterface
public interface TapListener {
  /** Tells nobody. */
  TapListener NONE = frames -> {};

  /**
   * Called on the device's thread, which waits: what takes long belongs to another one.
   *
   * @param frames those of the run's result, in their order
   */
  void taken(List<TapFrame> frames);
}
