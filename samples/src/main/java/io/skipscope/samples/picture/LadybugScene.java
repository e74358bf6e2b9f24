package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** A seven-spotted ladybug on a leaf. */
final class LadybugScene {
  /** Centres of the spots on the wing cases (x across, z towards the tail) and their radii. */
  private static final double[][] SPOTS = {
    {0, -0.62, 0.2},
    {0.5, -0.2, 0.2},
    {-0.5, -0.2, 0.2},
    {0.36, 0.42, 0.19},
    {-0.36, 0.42, 0.19},
    {0.72, 0.35, 0.13},
    {-0.72, 0.35, 0.13}
  };

  private static final Vec3 RED = Vec3.ofRgb(0xd3200f);
  private static final Vec3 BLACK = Vec3.ofRgb(0x120c0a);
  private static final Vec3 WHITE = Vec3.ofRgb(0xf2ecdf);

  private LadybugScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(leaf(), LadybugScene::leafColour, 0.25));
    addBeetle(bodies, 0.9, -0.05);
    Camera camera = new Camera(new Vec3(0.4, 4.2, 4.4), new Vec3(0, 0.15, 0.05), 2.6);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.5, 1.2, 0.35),
        new Vec3(1.05, 1.0, 0.9),
        new Vec3(0.42, 0.48, 0.46),
        Backdrops.blurred(0x2c5a17, 0x8fbf4a, 1.3));
  }

  private static Shape leaf() {
    return Shape.ground(-0.12).bumpy(p -> 0.1 * StrictMath.sin(0.9 * p.x() + 0.4) - 0.07 * vein(p));
  }

  private static double vein(Vec3 p) {
    double middle = Math.abs(p.x() + 0.35 * p.z() + 1.2);
    double side = Math.abs(StrictMath.sin(3.2 * (p.z() - 0.6 * middle)));
    return Math.max(1 - Noise.step(0, 0.07, middle), 0.6 * (1 - Noise.step(0, 0.09, side)));
  }

  private static Vec3 leafColour(Vec3 p) {
    Vec3 green = Paint.blotched(0x35691a, 0x4f8527, 1.1).at(p);
    return green.mix(Vec3.ofRgb(0x9dbb5c), 0.6 * vein(p));
  }

  private static void addBeetle(List<Body> bodies, double turn, double height) {
    Shape wings =
        Shape.ellipsoid(1, 0.8, 1.12)
            .without(Shape.box(0.012, 2, 2, 0).at(0, 0.4, 1))
            .onlyInside(p -> -p.y());
    add(bodies, wings, LadybugScene::wingColour, 0.9, turn, height);
    add(
        bodies,
        Shape.ellipsoid(0.62, 0.45, 0.4).at(0, 0.18, -1.02),
        LadybugScene::neckColour,
        0.7,
        turn,
        height);
    add(
        bodies,
        Shape.ellipsoid(0.36, 0.3, 0.26).at(0, 0.13, -1.38),
        LadybugScene::headColour,
        0.7,
        turn,
        height);
    for (int side = -1; side <= 1; side += 2) {
      Shape feeler =
          Shape.rod(
              new Vec3(0.15 * side, 0.2, -1.55), new Vec3(0.42 * side, 0.3, -1.85), 0.03, 0.05);
      add(bodies, feeler, Paint.plain(0x1a120e), 0.3, turn, height);
      for (double z = -0.7; z <= 0.5; z += 0.55) {
        add(bodies, leg(side, z), Paint.plain(0x1a120e), 0.3, turn, height);
      }
    }
  }

  private static Shape leg(int side, double z) {
    Vec3 hip = new Vec3(0.7 * side, 0.1, z);
    Vec3 knee = new Vec3(1.2 * side, 0.2, z * 1.25);
    Vec3 foot = new Vec3(1.42 * side, -0.1, z * 1.35 + 0.05);
    return Shape.rod(hip, knee, 0.07, 0.06).and(Shape.rod(knee, foot, 0.06, 0.04));
  }

  private static void add(
      List<Body> bodies, Shape shape, Paint paint, double gloss, double turn, double height) {
    double c = StrictMath.cos(turn);
    double s = StrictMath.sin(turn);
    Paint turned =
        p -> paint.at(new Vec3(c * p.x() - s * p.z(), p.y() - height, c * p.z() + s * p.x()));
    bodies.add(new Body(shape.turnedY(turn).at(0, height, 0), turned, gloss));
  }

  private static Vec3 wingColour(Vec3 p) {
    double black = 1 - Noise.step(0.01, 0.03, Math.abs(p.x()));
    for (double[] spot : SPOTS) {
      double far = Math.hypot(p.x() - spot[0], p.z() - spot[1]);
      black = Math.max(black, 1 - Noise.step(spot[2] - 0.02, spot[2] + 0.02, far));
    }
    return RED.mix(BLACK, black);
  }

  private static Vec3 neckColour(Vec3 p) {
    double far = Math.hypot(Math.abs(p.x()) - 0.46, p.z() + 1.12);
    return WHITE.mix(BLACK, Noise.step(0.17, 0.21, far));
  }

  private static Vec3 headColour(Vec3 p) {
    double far = Math.hypot(Math.abs(p.x()) - 0.2, p.z() + 1.4);
    return WHITE.mix(BLACK, Noise.step(0.06, 0.09, far));
  }
}
