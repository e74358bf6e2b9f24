package io.skipscope.samples.picture;

/** A moon jelly that glows in deep water. */
final class JellyfishPainter {
  private static final Vec3 DEEP = Vec3.ofRgb(0x041c5c);
  private static final Vec3 SHALLOW = Vec3.ofRgb(0x1d6fd0);
  private static final Vec3 GLOW = new Vec3(0.62, 0.72, 1.0);
  private static final Vec3 ROSE = new Vec3(1.0, 0.62, 0.75);
  private static final double BELL_WIDTH = 0.56;
  private static final double BELL_HEIGHT = 0.5;

  private JellyfishPainter() {}

  static Painter scene() {
    return JellyfishPainter::colour;
  }

  private static Vec3 colour(double u, double v) {
    double haze = Noise.fractal(new Vec3(u, v, 2), 1.2, 3);
    Vec3 water = DEEP.mix(SHALLOW, Noise.step(-1.3, 1.6, v + 0.5 * haze));
    double tilt = 0.12;
    double x = u * StrictMath.cos(tilt) + v * StrictMath.sin(tilt);
    double y = v * StrictMath.cos(tilt) - u * StrictMath.sin(tilt) - 0.22;
    Vec3 light = GLOW.times(tentacles(x, y)).plus(ROSE.times(arms(x, y)));
    return water.plus(light).plus(bell(x, y));
  }

  private static Vec3 bell(double x, double y) {
    double rim = -0.06 + 0.035 * StrictMath.cos(x * 34);
    double radius = Math.hypot(x / BELL_WIDTH, Math.max(y, 0) / BELL_HEIGHT);
    double below = y < 0 ? 1 - Noise.step(rim + 0.03, rim, y) : 1;
    double inside = (1 - Noise.step(0.97, 1.0, radius)) * below;
    double edge = StrictMath.pow(Math.min(1, radius), 4);
    double angle = StrictMath.atan2(x, y + 0.25);
    double ribs = StrictMath.pow(0.5 + 0.5 * StrictMath.cos(26 * angle), 6);
    double texture = 0.8 + 0.4 * Noise.fractal(new Vec3(x, y, 1), 7, 3);
    Vec3 film = GLOW.times((0.16 + 0.5 * edge + 0.22 * ribs * radius) * texture);
    return film.plus(ROSE.times(0.55 * organs(x, y))).times(inside);
  }

  /** The four horseshoes that show through the bell. */
  private static double organs(double x, double y) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double far = Math.hypot((x - 0.2 * (i - 1)) / 0.1, (y - 0.2 - (i == 1 ? 0.06 : 0)) / 0.075);
      sum += StrictMath.exp(-StrictMath.pow((far - 0.85) / 0.3, 2));
    }
    return Math.min(1, sum);
  }

  /** Fine threads from the rim, longest in the middle. */
  private static double tentacles(double x, double y) {
    double sum = 0;
    for (int i = -9; i <= 9; i++) {
      double phase = 1.7 * i;
      double down = Math.max(0, -y);
      double centre =
          i * 0.055 * (1 - 0.25 * down)
              + 0.05 * down * StrictMath.sin(7 * y + phase)
              + 0.02 * StrictMath.sin(17 * y + 2 * phase);
      double far = Math.abs(x - centre) / 0.007;
      double reach = 0.75 + 0.3 * Noise.hash(i, 3, 5);
      sum += StrictMath.exp(-far * far) * fade(y, reach);
    }
    return 0.5 * Math.min(1.3, sum);
  }

  /** Frilled ribbons under the bell's middle. */
  private static double arms(double x, double y) {
    double sum = 0;
    for (int i = -1; i <= 1; i++) {
      double down = Math.max(0, -y);
      double centre = 0.12 * i + 0.1 * down * StrictMath.sin(6 * y + 2 * i);
      double frill = 0.05 * (1 + 0.6 * StrictMath.sin(40 * y + 3 * i)) * (1 - 0.6 * down);
      double far = Math.abs(x - centre) / Math.max(0.01, frill);
      double curls = 0.5 + 0.7 * Noise.fractal(new Vec3(x, y, i), 14, 2);
      sum += StrictMath.exp(-far * far) * fade(y, 0.8) * curls;
    }
    return 0.45 * Math.min(1.4, sum);
  }

  private static double fade(double y, double reach) {
    return y > 0 ? 0 : Math.max(0, 1 + y / reach);
  }
}
