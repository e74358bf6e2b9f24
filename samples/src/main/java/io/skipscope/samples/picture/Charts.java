package io.skipscope.samples.picture;

/** Test charts that show what filters do. */
final class Charts {
  private static final int CELLS = 4;

  private Charts() {}

  /** Rings that get finer outwards: every direction and every frequency once (zone plate). */
  static Painter zonePlate() {
    return (u, v) -> grey(0.5 + 0.5 * StrictMath.cos(70 * (u * u + v * v)));
  }

  /** Sixteen soft-edged gratings: eight directions by two frequencies (Gabor patches). */
  static Painter gratings() {
    return (u, v) -> {
      int column = cell(u);
      int row = cell(-v);
      int direction = row % 2 * CELLS + column;
      double angle = Math.PI * direction / (2 * CELLS);
      double x = inCell(u);
      double y = -inCell(-v);
      double along = x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
      double window = StrictMath.exp(-4 * (x * x + y * y));
      double frequency = row < 2 ? 14 : 28;
      return grey(0.5 + 0.5 * window * StrictMath.cos(frequency * along));
    };
  }

  /** Steps of brightness in eight directions, bars, a disc and a checkerboard. */
  static Painter edges() {
    return (u, v) -> {
      if (u < 0 == v > 0) {
        return u < 0 ? spokes(u + 0.5, v - 0.5) : bars(u - 0.5, v + 0.5);
      }
      return u < 0 ? discs(u + 0.5, v + 0.5) : checks(u, v);
    };
  }

  /** All hues at four degrees of saturation and brightness, and a grey staircase. */
  static Painter colourPatches() {
    return (u, v) -> {
      double across = (u + 1) / 2;
      int row = (int) ((1 - v) / 2 * 5);
      if (row >= 4) {
        return grey(Math.floor(across * 12) / 11);
      }
      double hue = Math.floor(across * 12) / 12;
      double[] saturations = {1, 0.5, 1, 0.35};
      double[] values = {1, 1, 0.5, 0.6};
      return hsv(hue, saturations[row], values[row]);
    };
  }

  /** Linear light for a brightness as the eye counts it, 0..1. */
  private static Vec3 grey(double display) {
    double light = StrictMath.pow(Math.max(0, Math.min(1, display)), 2.2);
    return new Vec3(light, light, light);
  }

  private static int cell(double u) {
    return Math.max(0, Math.min(CELLS - 1, (int) Math.floor((u + 1) / 2 * CELLS)));
  }

  /** The place inside a cell, -1..1. */
  private static double inCell(double u) {
    double place = (u + 1) / 2 * CELLS;
    return (place - Math.floor(place)) * 2 - 1;
  }

  private static Vec3 spokes(double x, double y) {
    double angle = StrictMath.atan2(y, x) / Math.PI * 8;
    return grey(Math.floorMod((int) Math.floor(angle), 2) == 0 ? 0.08 : 0.92);
  }

  /** Upright bars above, lying ones below, each narrower than the one before. */
  private static Vec3 bars(double x, double y) {
    double along = y > 0 ? x + 0.5 : y + 0.5;
    double phase = StrictMath.log(0.1 + along * (y > 0 ? 1 : 2)) * 8;
    return grey(Math.floorMod((int) Math.floor(phase), 2) == 0 ? 0.12 : 0.88);
  }

  /** Discs of falling contrast on grey. */
  private static Vec3 discs(double x, double y) {
    double contrast = 0.42;
    for (double radius = 0.42; radius > 0.05; radius -= 0.12) {
      if (Math.hypot(x, y) > radius) {
        return grey(0.5 + (Math.round(radius * 100) / 12 % 2 == 0 ? contrast : -contrast));
      }
      contrast *= 0.75;
    }
    return grey(0.5);
  }

  private static Vec3 checks(double u, double v) {
    int sum = (int) Math.floor(u * 10) + (int) Math.floor(v * 10);
    return grey(Math.floorMod(sum, 2) == 0 ? 0.1 : 0.9);
  }

  private static Vec3 hsv(double hue, double saturation, double value) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double distance = Math.abs((hue * 6 + 6 - 2 * i) % 6 - 3) - 1;
      double pure = Math.max(0, Math.min(1, distance));
      rgb[i] = StrictMath.pow(value * (1 - saturation * (1 - pure)), 2.2);
    }
    return new Vec3(rgb[0], rgb[1], rgb[2]);
  }
}
