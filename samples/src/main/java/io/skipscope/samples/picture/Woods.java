package io.skipscope.samples.picture;

/** Wooden surfaces. */
final class Woods {
  private Woods() {}

  /** Boards along the z axis, with grain and dark joints. */
  static Paint boards(int lightRgb, int darkRgb) {
    Vec3 light = Vec3.ofRgb(lightRgb);
    Vec3 dark = Vec3.ofRgb(darkRgb);
    return place -> {
      double board = Math.floor(place.x() / 1.3);
      Vec3 stretched = new Vec3(place.x() * 5, board * 9, place.z() * 0.5);
      double grain = Noise.fractal(stretched, 1.5, 4);
      double toJoint = Math.abs(place.x() / 1.3 - board - 0.5);
      double joint = Noise.step(0.485, 0.5, toJoint);
      return light.mix(dark, Math.min(1, grain * 0.9 + joint));
    };
  }
}
