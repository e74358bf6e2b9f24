package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** A goldfish in a planted tank. */
final class GoldfishScene {
  private static final Vec3 GOLD = Vec3.ofRgb(0xf47a0c);
  private static final Vec3 BELLY = Vec3.ofRgb(0xffc25a);

  private GoldfishScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(body(), GoldfishScene::scales, 0.6));
    bodies.add(new Body(fins(), GoldfishScene::rays, 0.3));
    for (int side = -1; side <= 1; side += 2) {
      bodies.add(
          new Body(Shape.sphere(0.13).at(-0.92, 0.14, 0.3 * side), Paint.plain(0xf1d9a0), 0.9));
      bodies.add(
          new Body(Shape.sphere(0.09).at(-0.94, 0.14, 0.36 * side), Paint.plain(0x080808), 1));
    }
    Shape gravel = Shape.ground(-1.35).bumpy(p -> 0.14 * Noise.value(p, 6));
    bodies.add(new Body(gravel, Paint.blotched(0x8d8168, 0x4d4a40, 5), 0.1));
    Camera camera = new Camera(new Vec3(-1.6, 0.5, 5.6), new Vec3(0.2, -0.05, 0), 2.5);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.4, 1.2, 0.8),
        new Vec3(0.95, 0.95, 0.85),
        new Vec3(0.4, 0.5, 0.52),
        GoldfishScene::water);
  }

  private static Shape body() {
    Shape trunk = Shape.ellipsoid(1.05, 0.62, 0.42).at(-0.2, 0, 0);
    Shape tail = Shape.rod(new Vec3(0.5, 0.02, 0), new Vec3(1.05, 0.05, 0), 0.32, 0.13);
    return trunk.blended(tail, 0.3);
  }

  private static Shape fins() {
    Shape upperTail = fan(0.62, 0.24, 0.5).at(1.5, 0.36, 0);
    Shape lowerTail = fan(0.62, 0.24, -0.5).at(1.5, -0.3, 0);
    Shape back = Shape.ellipsoid(0.6, 0.34, 0.035).turnedZ(-0.2).at(0.0, 0.62, 0);
    Shape under = Shape.ellipsoid(0.3, 0.16, 0.03).turnedZ(-0.8).at(0.42, -0.56, 0.08);
    Shape side =
        Shape.ellipsoid(0.32, 0.14, 0.03).turnedZ(-0.6).turnedY(-0.6).at(-0.3, -0.38, 0.45);
    return upperTail.and(lowerTail).and(back).and(under).and(side);
  }

  private static Shape fan(double length, double width, double angle) {
    return Shape.ellipsoid(length, width, 0.04).turnedZ(angle);
  }

  private static Vec3 scales(Vec3 p) {
    double row = StrictMath.sin(22 * p.x() + 11 * p.y()) * StrictMath.sin(22 * p.x() - 24 * p.y());
    double light = Noise.step(0.1, -0.5, p.y()) * 0.8 + 0.12 * row;
    return GOLD.mix(BELLY, Math.max(0, Math.min(1, light)));
  }

  private static Vec3 rays(Vec3 p) {
    double ray = 0.5 + 0.5 * StrictMath.sin(45 * StrictMath.atan2(p.y(), p.x() - 0.6));
    return GOLD.mix(BELLY, 0.3 + 0.5 * ray);
  }

  /** Blue-green depth with water plants out of focus. */
  private static Vec3 water(double u, double v) {
    Vec3 deep = Vec3.ofRgb(0x0d3b45).mix(Vec3.ofRgb(0x4fa3a0), Noise.step(-1, 1.2, v));
    double sway = u + 0.08 * StrictMath.sin(3 * v);
    double plants = Noise.fractal(new Vec3(sway * 2.4, v * 0.35, 4), 1.5, 3);
    return deep.mix(Vec3.ofRgb(0x2f6b1d), 0.8 * Noise.step(0.5, 0.68, plants));
  }
}
