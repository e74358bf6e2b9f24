package io.skipscope.samples.picture;

/** Smooth random numbers that depend on the place only. */
final class Noise {
  private Noise() {}

  /** 0 below {@code from}, 1 above {@code to}, smooth between. */
  static double step(double from, double to, double value) {
    double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }

  /** Value noise, 0..1, of about one bump per unit. */
  static double value(double x, double y, double z) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    int iz = (int) Math.floor(z);
    double fx = step(0, 1, x - ix);
    double fy = step(0, 1, y - iy);
    double fz = step(0, 1, z - iz);
    return mix(plane(ix, iy, iz, fx, fy), plane(ix, iy, iz + 1, fx, fy), fz);
  }

  static double value(Vec3 place, double frequency) {
    return value(place.x() * frequency, place.y() * frequency, place.z() * frequency);
  }

  /** Noise of several octaves, each of half the size and half the height; 0..1. */
  static double fractal(Vec3 place, double frequency, int octaves) {
    double sum = 0;
    double height = 0.5;
    double total = 0;
    for (int i = 0; i < octaves; i++) {
      sum += height * value(place, frequency * (1 << i));
      total += height;
      height /= 2;
    }
    return sum / total;
  }

  /** A random number in 0..1 for a lattice point. */
  static double hash(int x, int y, int z) {
    int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ z * 0x9e3779b1;
    h = (h ^ h >>> 15) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return ((h ^ h >>> 16) >>> 8) / (double) (1 << 24);
  }

  private static double plane(int x, int y, int z, double fx, double fy) {
    return mix(
        mix(hash(x, y, z), hash(x + 1, y, z), fx),
        mix(hash(x, y + 1, z), hash(x + 1, y + 1, z), fx),
        fy);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
