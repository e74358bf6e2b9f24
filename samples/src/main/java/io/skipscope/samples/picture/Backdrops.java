package io.skipscope.samples.picture;

/** What lies out of focus behind a scene. */
final class Backdrops {
  private Backdrops() {}

  /** Soft blotches between two colours, like leaves or a room far behind. */
  static Painter blurred(int rgb, int otherRgb, double frequency) {
    Vec3 a = Vec3.ofRgb(rgb);
    Vec3 b = Vec3.ofRgb(otherRgb);
    return (u, v) ->
        a.mix(b, Noise.step(0.25, 0.75, Noise.fractal(new Vec3(u, v, 7), frequency, 2)));
  }

  /** A sky from the horizon up, with clouds. */
  static Painter sky(int horizonRgb, int zenithRgb, double cloudiness) {
    Vec3 horizon = Vec3.ofRgb(horizonRgb);
    Vec3 zenith = Vec3.ofRgb(zenithRgb);
    Vec3 white = new Vec3(1, 1, 1);
    return (u, v) -> {
      Vec3 clear = horizon.mix(zenith, Noise.step(-0.6, 1, v));
      double cloud = Noise.fractal(new Vec3(u * 0.8, v * 1.8, 3), 1.6, 5);
      return clear.mix(white, cloudiness * Noise.step(0.45, 0.75, cloud));
    };
  }
}
