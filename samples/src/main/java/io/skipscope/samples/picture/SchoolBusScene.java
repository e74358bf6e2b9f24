package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** A yellow school bus on a road. */
final class SchoolBusScene {
  private static final Vec3 YELLOW = Vec3.ofRgb(0xf5ad0a);
  private static final Vec3 BLACK = Vec3.ofRgb(0x15140f);
  private static final Vec3 GLASS = Vec3.ofRgb(0x27323a);

  private SchoolBusScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(Shape.ground(-1), SchoolBusScene::road, 0.05));
    Shape coach = Shape.box(2.2, 0.8, 0.78, 0.16).at(0.35, 0.25, 0);
    Shape bonnet = Shape.box(0.62, 0.42, 0.66, 0.14).at(-2.2, -0.18, 0);
    bodies.add(new Body(coach.blended(bonnet, 0.1), SchoolBusScene::colour, 0.5));
    for (int side = -1; side <= 1; side += 2) {
      addWheel(bodies, -1.95, 0.66 * side);
      addWheel(bodies, 1.3, 0.66 * side);
      Shape lamp = Shape.sphere(0.11).at(-2.8, -0.12, 0.42 * side);
      bodies.add(new Body(lamp, Paint.plain(0xf8f4e0), 0.9));
    }
    Shape bumper = Shape.box(0.08, 0.1, 0.72, 0.04).at(-2.84, -0.56, 0);
    bodies.add(new Body(bumper, Paint.plain(0x1c1c1c), 0.4));
    for (double z = -0.45; z <= 0.46; z += 0.3) {
      Shape lamp = Shape.sphere(0.07).at(-1.78, 0.93, z);
      bodies.add(new Body(lamp, Paint.plain(z < -0.3 || z > 0.3 ? 0xc81d10 : 0xe88a10), 0.8));
    }
    Camera camera = new Camera(new Vec3(-5.2, 0.9, 6.4), new Vec3(-0.25, -0.02, 0), 2.35);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.9, 1.1, 0.9),
        new Vec3(1.0, 0.95, 0.85),
        new Vec3(0.42, 0.48, 0.56),
        SchoolBusScene::behind);
  }

  private static void addWheel(List<Body> bodies, double x, double z) {
    Shape tyre = Shape.disc(0.38, 0.15, 0.06).turnedX(Math.PI / 2).at(x, -0.62, z);
    Shape hub = Shape.disc(0.19, 0.17, 0.04).turnedX(Math.PI / 2).at(x, -0.62, z);
    bodies.add(new Body(tyre, Paint.plain(0x161616), 0.1));
    bodies.add(new Body(hub, Paint.plain(0xd0b060), 0.4));
  }

  private static Vec3 colour(Vec3 p) {
    boolean side = Math.abs(p.z()) > 0.7;
    if (side && p.x() > -1.7) {
      return sideColour(p);
    }
    if (p.x() < -1.7 && p.x() > -1.95 && p.y() > 0.3 && p.y() < 0.82) {
      return Math.abs(p.z()) < 0.03 || Math.abs(p.z()) > 0.62 ? YELLOW : GLASS;
    }
    boolean grille = p.x() < -2.75 && Math.abs(p.z()) < 0.3 && Math.abs(p.y() + 0.15) < 0.17;
    return grille ? BLACK : YELLOW;
  }

  /** A row of windows with frames, and three black rub rails. */
  private static Vec3 sideColour(Vec3 p) {
    double place = (p.x() + 1.7) / 0.52;
    double inFrame = Math.abs(place - Math.floor(place) - 0.5);
    if (p.y() > 0.28 && p.y() < 0.76 && p.x() < 2.3) {
      return inFrame > 0.42 ? BLACK : GLASS.mix(Vec3.ofRgb(0x8fa6b5), 0.8 * (p.y() - 0.28));
    }
    boolean rail =
        Math.abs(p.y() - 0.16) < 0.035
            || Math.abs(p.y() + 0.12) < 0.03
            || Math.abs(p.y() + 0.42) < 0.03;
    return rail ? BLACK : YELLOW;
  }

  private static Vec3 road(Vec3 p) {
    if (p.z() < -1.8) {
      return Paint.blotched(0x4f7a2c, 0x6f9440, 2).at(p);
    }
    boolean line = Math.abs(p.z() - 1.7) < 0.06;
    return line ? Vec3.ofRgb(0xd8d4c4) : Paint.blotched(0x5a5a5c, 0x6c6b6a, 6).at(p);
  }

  /** Trees under a sky. */
  private static Vec3 behind(double u, double v) {
    double top = 0.32 + 0.3 * Noise.fractal(new Vec3(u, 0, 5), 3, 4);
    Vec3 sky = Backdrops.sky(0xcfe0ec, 0x6fa4d8, 0.7).at(u, v);
    Vec3 trees = Backdrops.blurred(0x1f3a14, 0x5d8038, 5).at(u, v);
    return trees.mix(sky, Noise.step(top - 0.03, top + 0.03, v));
  }
}
