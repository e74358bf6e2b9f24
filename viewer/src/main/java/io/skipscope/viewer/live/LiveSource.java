package io.skipscope.viewer.live;

import io.skipscope.image.Picture;

/** Gives one picture after the other of something that moves. */
public interface LiveSource extends AutoCloseable {
  /** What is seen, for people. */
  String name();

  /**
   * What it shows now. The first call may take long, since it starts what has to be started.
   *
   * @throws io.skipscope.error.InputException if nothing can be read
   */
  Picture newest();

  /** Stops it; later calls of {@link #newest} start it again. Any thread. */
  @Override
  default void close() {}
}
