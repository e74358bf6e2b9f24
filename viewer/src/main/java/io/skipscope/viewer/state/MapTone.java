package io.skipscope.viewer.state;

/**
 * How the numbers of maps become places on the colour map. Immutable.
 *
 * @param low the number at the lower end where the range is {@link MapRange#MANUAL}
 * @param high likewise at the upper end, above {@code low}
 * @param gamma the power to which the place is raised; below 1 low numbers stand out
 */
public record MapTone(MapRange range, float low, float high, float gamma) {
  public static final MapTone PLAIN = new MapTone(MapRange.PERCENTILE, 0, 1, 1);
  private static final float LEAST_GAMMA = 0.25f;
  private static final float MOST_GAMMA = 4;

  public MapTone withRange(MapRange other) {
    return new MapTone(other, low, high, gamma);
  }

  public MapTone withManual(float newLow, float newHigh) {
    return new MapTone(MapRange.MANUAL, newLow, newHigh, gamma);
  }

  /** With a gamma between 0.25 and 4. */
  public MapTone withGamma(float other) {
    return new MapTone(range, low, high, Math.max(LEAST_GAMMA, Math.min(MOST_GAMMA, other)));
  }
}
