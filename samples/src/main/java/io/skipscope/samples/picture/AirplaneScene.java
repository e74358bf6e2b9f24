package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** An airliner in the sky. */
final class AirplaneScene {
  private static final double BANK = -0.3;
  private static final double HEADING = 0.45;

  private AirplaneScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    add(bodies, fuselage(), AirplaneScene::livery, 0.5);
    add(bodies, wings(), Paint.plain(0xc6ccd2), 0.4);
    add(bodies, tailFin(), Paint.plain(0x1d4f9c), 0.4);
    add(bodies, engines(), Paint.plain(0x8d959d), 0.5);
    Camera camera = new Camera(new Vec3(-1.2, -0.7, 7), new Vec3(0.1, 0.05, 0), 2.3);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.5, 1, 0.7),
        new Vec3(0.95, 0.92, 0.85),
        new Vec3(0.5, 0.56, 0.64),
        Backdrops.sky(0xb9d6ee, 0x3f82cc, 0.75));
  }

  private static void add(List<Body> bodies, Shape shape, Paint paint, double gloss) {
    bodies.add(new Body(shape.turnedX(BANK).turnedZ(-0.1).turnedY(HEADING), paint, gloss));
  }

  /** Nose to the left. */
  private static Shape fuselage() {
    Shape tube = Shape.rod(new Vec3(-1.75, 0, 0), new Vec3(1.1, 0, 0), 0.27, 0.27);
    Shape tail = Shape.rod(new Vec3(1.1, 0, 0), new Vec3(2.2, 0.14, 0), 0.27, 0.07);
    return tube.blended(Shape.ellipsoid(0.5, 0.24, 0.25).at(-1.8, -0.02, 0), 0.1).and(tail);
  }

  private static Shape wings() {
    Shape all = p -> 9;
    for (int side = -1; side <= 1; side += 2) {
      Vec3 root = new Vec3(0, -0.12, 0.2 * side);
      Vec3 tip = new Vec3(0.95, 0.12, 2.1 * side);
      all = all.and(flat(root, tip, 0.42, 0.14));
      Vec3 tailRoot = new Vec3(1.85, 0.1, 0.05 * side);
      Vec3 tailTip = new Vec3(2.3, 0.2, 0.8 * side);
      all = all.and(flat(tailRoot, tailTip, 0.2, 0.09));
    }
    return all;
  }

  private static Shape tailFin() {
    Shape upright = flat(new Vec3(0, 0, 0), new Vec3(0.55, 0, 0.85), 0.26, 0.13);
    return upright.turnedX(-Math.PI / 2).at(1.75, 0.15, 0);
  }

  /** A wing: a rod pressed flat in y, wide in the direction of flight. */
  private static Shape flat(Vec3 root, Vec3 tip, double rootWidth, double tipWidth) {
    double flatness = 7;
    Vec3 a = new Vec3(root.x(), 0, root.z());
    Vec3 b = new Vec3(tip.x(), 0, tip.z());
    Shape rod = Shape.rod(a, b, rootWidth, tipWidth);
    double rise = (tip.y() - root.y()) / Math.max(0.01, Math.abs(tip.z() - root.z()));
    return p -> {
      double middle = root.y() + rise * Math.abs(p.z() - root.z());
      return rod.distance(new Vec3(p.x(), (p.y() - middle) * flatness, p.z())) / flatness;
    };
  }

  private static Shape engines() {
    Shape all = p -> 9;
    for (int side = -1; side <= 1; side += 2) {
      Vec3 front = new Vec3(-0.25, -0.3, 0.85 * side);
      Vec3 back = new Vec3(0.25, -0.28, 0.85 * side);
      all = all.and(Shape.rod(front, back, 0.15, 0.11));
    }
    return all;
  }

  private static Vec3 livery(Vec3 p) {
    double c = StrictMath.cos(HEADING);
    double s = StrictMath.sin(HEADING);
    double along = c * p.x() - s * p.z();
    double height = p.y() + 0.1 * along;
    double place = along * 9;
    boolean window =
        Math.abs(height - 0.07) < 0.035
            && Math.abs(place - Math.floor(place) - 0.5) < 0.28
            && along > -1.6
            && along < 1.4;
    if (window) {
      return Vec3.ofRgb(0x24303c);
    }
    return Vec3.ofRgb(Math.abs(height + 0.06) < 0.03 ? 0x1d4f9c : 0xf4f5f6);
  }
}
