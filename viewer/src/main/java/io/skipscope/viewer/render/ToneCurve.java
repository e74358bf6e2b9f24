package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;

/**
 * A colour scale whose places are raised to a power: place p between 0 and 1 becomes p^gamma.
 *
 * <p>On a diverging map the distance from its middle is raised instead, so that zero stays there.
 */
public record ToneCurve(ColorScale scale, float gamma) {
  /** The colour of a value as 0xFFRRGGBB. */
  public int argb(float value) {
    double range = (double) scale.max() - scale.min();
    if (gamma == 1 || Float.isNaN(value) || !(range > 0)) {
      return scale.argb(value);
    }
    double place = Math.max(0, Math.min(1, (value - (double) scale.min()) / range));
    double bent = scale.map() == ColorMap.DIVERGING ? fromMiddle(place) : Math.pow(place, gamma);
    return scale.map().argb((int) Math.min(255, bent * 256));
  }

  /** The colours of {@code count} values from one on, into {@code target} from another on. */
  void argb(float[] values, int value, int count, int[] target, int first) {
    if (gamma == 1) {
      scale.argb(values, value, count, target, first);
    } else {
      for (int i = 0; i < count; i++) {
        target[first + i] = argb(values[value + i]);
      }
    }
  }

  private double fromMiddle(double place) {
    double distance = 2 * place - 1;
    return 0.5 + 0.5 * Math.signum(distance) * Math.pow(Math.abs(distance), gamma);
  }
}
