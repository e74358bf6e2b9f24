package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** A bunch of bananas on a table. */
final class BananaScene {
  private static final double BEND_RADIUS = 1.55;
  private static final double HALF_ARC = 0.8;
  private static final Vec3 YELLOW = Vec3.ofRgb(0xf6cf25);
  private static final Vec3 GREEN = Vec3.ofRgb(0xa9b53a);
  private static final Vec3 BROWN = Vec3.ofRgb(0x3a2613);

  private BananaScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(Shape.ground(-0.72), Woods.boards(0xb98b5e, 0x8a5d35), 0.15));
    for (int i = 0; i < 3; i++) {
      addBanana(bodies, 0.42 * i - 0.42, 0.16 * i);
    }
    Camera camera = new Camera(new Vec3(0.4, 3.4, 5), new Vec3(0.02, -0.28, 0.1), 2.9);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.6, 1.2, 0.5),
        new Vec3(1.0, 0.96, 0.86),
        new Vec3(0.42, 0.44, 0.48),
        Backdrops.blurred(0x40352c, 0x8c7a64, 1.3));
  }

  /** Lies on its side, bent around the stem end that the bunch shares. */
  private static void addBanana(List<Body> bodies, double turn, double lift) {
    double c = StrictMath.cos(turn);
    double s = StrictMath.sin(turn);
    Vec3 stem = new Vec3(-1.3, -0.3 + lift, -0.75);
    Placement place =
        p -> {
          Vec3 q = p.minus(stem);
          Vec3 inPlane = new Vec3(c * q.x() - s * q.z(), q.y(), c * q.z() + s * q.x());
          return new Vec3(inPlane.x() - 1.15, inPlane.z() + 1.05, inPlane.y());
        };
    bodies.add(new Body(p -> distance(place.local(p)), p -> colour(place.local(p), p), 0.35));
  }

  /** From the table's coordinates to a banana's own, which is bent in its x-y plane. */
  @FunctionalInterface
  private interface Placement {
    Vec3 local(Vec3 p);
  }

  private static double distance(Vec3 p) {
    double along = along(p);
    double nearX = BEND_RADIUS * StrictMath.sin(along);
    double nearY = BEND_RADIUS * StrictMath.cos(along);
    Vec3 off = new Vec3(p.x() - nearX, p.y() - nearY, p.z());
    double outward = Math.hypot(p.x(), p.y()) - BEND_RADIUS;
    double around = StrictMath.atan2(p.z(), outward);
    return 0.8 * (off.length() - thickness(along) * (1 + 0.035 * StrictMath.cos(5 * around)));
  }

  /** The angle along the bend, from the stem (negative) to the tip. */
  private static double along(Vec3 p) {
    return Math.max(-HALF_ARC, Math.min(HALF_ARC, StrictMath.atan2(p.x(), p.y())));
  }

  private static double thickness(double along) {
    double share = along / HALF_ARC;
    double body = 0.29 * Math.sqrt(Math.max(0, 1 - 0.8 * StrictMath.pow(share, 4)));
    return share < -0.75 ? body + (0.1 - body) * Noise.step(-0.75, -0.95, share) : body;
  }

  private static Vec3 colour(Vec3 local, Vec3 p) {
    double share = along(local) / HALF_ARC;
    double green = Noise.step(-0.45, -0.9, share);
    double spots = Noise.step(0.7, 0.76, Noise.fractal(p, 7, 3));
    double brown = Math.max(Noise.step(0.93, 0.99, share), 0.6 * spots);
    return YELLOW.mix(GREEN, 0.8 * green).mix(BROWN, brown);
  }
}
