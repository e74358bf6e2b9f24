package io.skipscope.image;

/**
 * Values to colours: {@code min} gets the first colour of the map, {@code max} the last, values
 * outside are clamped, NaN is {@link #NAN_ARGB}.
 *
 * <p>Maps that share one scale can be compared by eye.
 */
public record ColorScale(ColorMap map, float min, float max) {
  /** Bright green, a colour of none of the maps. */
  public static final int NAN_ARGB = 0xFF00FF00;

  /** From the smallest to the largest finite value of all arrays. */
  public static ColorScale shared(ColorMap map, float[]... arrays) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float[] array : arrays) {
      for (float value : array) {
        if (Float.isFinite(value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    return min > max ? new ColorScale(map, 0, 0) : new ColorScale(map, min, max);
  }

  /** From -m to m, m being the largest finite magnitude: zero gets the middle of the map. */
  public static ColorScale symmetric(ColorMap map, float[]... arrays) {
    ColorScale range = shared(map, arrays);
    float magnitude = Math.max(Math.abs(range.min), Math.abs(range.max));
    return new ColorScale(map, -magnitude, magnitude);
  }

  /** The colour of a value as 0xFFRRGGBB; on an empty range everything gets the middle colour. */
  public int argb(float value) {
    return argb(value, (double) max - min);
  }

  /** Likewise of {@code count} values from one on, into {@code target} from another on. */
  public void argb(float[] values, int value, int count, int[] target, int first) {
    double range = (double) max - min;
    for (int i = 0; i < count; i++) {
      target[first + i] = argb(values[value + i], range);
    }
  }

  private int argb(float value, double range) {
    if (Float.isNaN(value)) {
      return NAN_ARGB;
    }
    double share = range > 0 ? (value - (double) min) / range : 0.5;
    // The cast takes what is beyond the whole numbers to the last of them.
    return map.argb(Math.min(255, Math.max(0, (int) (share * 256))));
  }
}
