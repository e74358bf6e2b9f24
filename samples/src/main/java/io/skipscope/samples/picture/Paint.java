package io.skipscope.samples.picture;

/** The colour of a solid at each place, in linear light. */
@FunctionalInterface
interface Paint {
  Vec3 at(Vec3 place);

  static Paint plain(int rgb) {
    Vec3 colour = Vec3.ofRgb(rgb);
    return place -> colour;
  }

  /** Between two colours, in irregular blotches. */
  static Paint blotched(int rgb, int otherRgb, double frequency) {
    Vec3 a = Vec3.ofRgb(rgb);
    Vec3 b = Vec3.ofRgb(otherRgb);
    return place -> a.mix(b, Noise.step(0.3, 0.7, Noise.fractal(place, frequency, 4)));
  }
}
