package io.skipscope.viewer.state;

/**
 * Something that moves and is run again and again, such as a region of the screen.
 *
 * @param name of what is seen, for people
 * @param framesPerSecond shown lately; 0 before the second frame
 */
public record LiveInput(String name, double framesPerSecond) {
  private static final double SHARE_OF_NEWEST = 0.2;

  /** With one more frame, this long after the one before. */
  public LiveInput after(long nanos) {
    double now = 1e9 / Math.max(1, nanos);
    double smooth =
        framesPerSecond == 0 ? now : framesPerSecond + SHARE_OF_NEWEST * (now - framesPerSecond);
    return new LiveInput(name, smooth);
  }
}
