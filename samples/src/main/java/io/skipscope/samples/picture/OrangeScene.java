package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** Oranges on a wooden table. */
final class OrangeScene {
  private static final double PORES_PER_UNIT = 26;

  private OrangeScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(Shape.ground(-1), Woods.boards(0x8a5a33, 0x5c3618), 0.15));
    addOrange(bodies, -0.98, 0.15, 0.2);
    addOrange(bodies, 1.02, 0.3, 1.9);
    addOrange(bodies, 0.05, -1.55, 2.8);
    bodies.add(leaf(new Vec3(0.28, 0.98, -1.2)));
    Camera camera = new Camera(new Vec3(0.3, 2.1, 6.2), new Vec3(0.05, -0.1, 0), 2.35);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.7, 1, 0.65),
        new Vec3(1.05, 0.98, 0.85),
        new Vec3(0.42, 0.45, 0.5),
        Backdrops.blurred(0x24301a, 0x6f7d45, 1.7));
  }

  private static void addOrange(List<Body> bodies, double x, double z, double turn) {
    Shape peel =
        Shape.ellipsoid(1, 0.95, 1)
            .bumpy(p -> 0.018 * Noise.value(p, PORES_PER_UNIT))
            .bumpy(p -> -0.05 * StrictMath.exp(-30 * (p.x() * p.x() + p.z() * p.z())))
            .turnedX(0.5)
            .turnedY(turn)
            .at(x, -0.05, z);
    bodies.add(new Body(peel, Paint.blotched(0xf28c0f, 0xf9a11b, 1.2), 0.4));
    Shape navel = Shape.ellipsoid(0.09, 0.035, 0.09).at(0, 0.925, 0).turnedX(0.5).turnedY(turn);
    bodies.add(new Body(navel.at(x, -0.05, z), Paint.plain(0x5e7a2a), 0.1));
  }

  private static Body leaf(Vec3 stalk) {
    Shape blade =
        Shape.ellipsoid(0.62, 0.04, 0.3)
            .at(0.55, 0, 0)
            .turnedX(0.75)
            .turnedZ(0.35)
            .turnedY(-0.35)
            .at(stalk.x(), stalk.y(), stalk.z());
    return new Body(blade, Paint.blotched(0x3f7a1e, 0x2c5c15, 3), 0.35);
  }
}
