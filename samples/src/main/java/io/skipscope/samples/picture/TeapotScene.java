package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** A china teapot on a table. */
final class TeapotScene {
  private static final Vec3 CHINA = Vec3.ofRgb(0xeef0ee);
  private static final Vec3 BLUE = Vec3.ofRgb(0x2d55a0);

  private TeapotScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(Shape.ground(-1), Woods.boards(0x9a6a3d, 0x6d4320), 0.2));
    bodies.add(new Body(pot(), TeapotScene::colour, 0.9));
    bodies.add(new Body(lid(), TeapotScene::colour, 0.9));
    Camera camera = new Camera(new Vec3(0.4, 1.7, 6.6), new Vec3(0.08, 0.02, 0), 2.5);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.8, 1, 0.7),
        new Vec3(0.85, 0.82, 0.74),
        new Vec3(0.45, 0.47, 0.5),
        Backdrops.blurred(0x4a3a30, 0xa08c78, 1.1));
  }

  private static Shape pot() {
    Shape belly = Shape.ellipsoid(1.15, 0.95, 1.15).at(0, -0.08, 0);
    Shape foot = Shape.disc(0.72, 0.12, 0.05).at(0, -0.9, 0);
    Shape collar = Shape.disc(0.66, 0.1, 0.06).at(0, 0.76, 0);
    Shape spout =
        Shape.rod(new Vec3(0.85, -0.35, 0), new Vec3(1.55, 0.22, 0), 0.32, 0.2)
            .blended(Shape.rod(new Vec3(1.55, 0.22, 0), new Vec3(1.85, 0.7, 0), 0.2, 0.13), 0.2);
    Shape handle = Shape.ring(0.56, 0.1).at(-1.25, 0.08, 0).onlyInside(p -> p.x() + 0.7);
    return belly
        .blended(foot, 0.12)
        .blended(collar, 0.1)
        .blended(spout, 0.25)
        .blended(handle, 0.12);
  }

  private static Shape lid() {
    return Shape.ellipsoid(0.6, 0.24, 0.6)
        .at(0, 0.86, 0)
        .blended(Shape.sphere(0.15).at(0, 1.2, 0), 0.12);
  }

  /** White, with two blue lines and flowers between them. */
  private static Vec3 colour(Vec3 p) {
    double line = Math.min(Math.abs(p.y() - 0.5), Math.abs(p.y() + 0.62));
    double blue = 1 - Noise.step(0.02, 0.035, line);
    if (Math.abs(p.y() + 0.05) < 0.5) {
      blue = Math.max(blue, 0.85 * flower(p));
    }
    return CHINA.mix(BLUE, blue);
  }

  private static double flower(Vec3 p) {
    double angle = StrictMath.atan2(p.z(), p.x()) * 7 / Math.PI;
    double across = angle - Math.floor(angle) - 0.5;
    double up = (p.y() + 0.05) * 1.9;
    double radius = Math.hypot(across, up);
    double petals = 0.24 + 0.1 * StrictMath.cos(6 * StrictMath.atan2(up, across));
    double ring = Noise.step(0.06, 0.09, radius);
    return ring * (1 - Noise.step(petals, petals + 0.04, radius));
  }
}
