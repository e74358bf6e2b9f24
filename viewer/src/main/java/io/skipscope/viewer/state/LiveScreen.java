package io.skipscope.viewer.state;

import java.awt.Rectangle;

/**
 * A region of the screen that is run again and again.
 *
 * @param region in the desktop's logical pixels
 * @param framesPerSecond shown lately; 0 before the second frame
 */
public record LiveScreen(Rectangle region, double framesPerSecond) {
  private static final double SHARE_OF_NEWEST = 0.2;

  /** With one more frame, this long after the one before. */
  public LiveScreen after(long nanos) {
    double now = 1e9 / Math.max(1, nanos);
    double smooth =
        framesPerSecond == 0 ? now : framesPerSecond + SHARE_OF_NEWEST * (now - framesPerSecond);
    return new LiveScreen(region, smooth);
  }
}
