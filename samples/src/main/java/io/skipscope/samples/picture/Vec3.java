package io.skipscope.samples.picture;

/** A place, a direction, or a colour in linear light (red, green, blue; 1 is white). */
record Vec3(double x, double y, double z) {
  static final Vec3 ZERO = new Vec3(0, 0, 0);
  static final Vec3 UP = new Vec3(0, 1, 0);

  /** A colour in linear light from the usual 0xRRGGBB of sRGB (approximated by a gamma of 2.2). */
  static Vec3 ofRgb(int rgb) {
    return new Vec3(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
  }

  private static double linear(int value) {
    return StrictMath.pow(value / 255.0, 2.2);
  }

  /** The nearest 0xRRGGBB of sRGB. */
  int toRgb() {
    return display(x) << 16 | display(y) << 8 | display(z);
  }

  private static int display(double light) {
    double clamped = Math.max(0, Math.min(1, light));
    return (int) Math.round(255 * StrictMath.pow(clamped, 1 / 2.2));
  }

  Vec3 plus(Vec3 other) {
    return new Vec3(x + other.x, y + other.y, z + other.z);
  }

  Vec3 minus(Vec3 other) {
    return new Vec3(x - other.x, y - other.y, z - other.z);
  }

  Vec3 times(double factor) {
    return new Vec3(x * factor, y * factor, z * factor);
  }

  Vec3 times(Vec3 other) {
    return new Vec3(x * other.x, y * other.y, z * other.z);
  }

  double dot(Vec3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vec3 cross(Vec3 other) {
    return new Vec3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec3 unit() {
    return times(1 / length());
  }

  /** This at 0, the other at 1. */
  Vec3 mix(Vec3 other, double share) {
    return times(1 - share).plus(other.times(share));
  }
}
