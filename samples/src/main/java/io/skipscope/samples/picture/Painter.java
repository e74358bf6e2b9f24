package io.skipscope.samples.picture;

/** A picture as a function of the place. */
@FunctionalInterface
interface Painter {
  /**
   * The colour at a point.
   *
   * @param u from -1 (left) to 1 (right)
   * @param v from -1 (bottom) to 1 (top)
   * @return in linear light
   */
  Vec3 at(double u, double v);

  /** One pixel of a square picture: the mean of four points inside it, as 0xRRGGBB. */
  default int pixel(int x, int y, int size) {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < 4; i++) {
      double u = (x + 0.25 + i % 2 * 0.5) / size * 2 - 1;
      double v = 1 - (y + 0.25 + i / 2 * 0.5) / size * 2;
      sum = sum.plus(at(u, v));
    }
    return sum.times(0.25).toRgb();
  }
}
