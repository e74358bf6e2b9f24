package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** A freighter at sea. */
final class ShipScene {
  private static final Vec3 DEEP_WATER = Vec3.ofRgb(0x1f4a68);
  private static final Vec3 CREST = Vec3.ofRgb(0x5d8fa8);
  private static final Vec3 FOAM = Vec3.ofRgb(0xe6eef0);

  private ShipScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(sea(), ShipScene::water, 0.6));
    bodies.add(new Body(hull(), ShipScene::hullColour, 0.3));
    addHouse(bodies);
    addCargo(bodies);
    Camera camera = new Camera(new Vec3(-3.2, 1.5, 7.4), new Vec3(0.05, 0.2, 0), 2.35);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.5, 1, 0.8),
        new Vec3(1.0, 0.95, 0.85),
        new Vec3(0.42, 0.48, 0.56),
        Backdrops.sky(0xdfe9f0, 0x5b98d6, 0.85));
  }

  private static Shape sea() {
    return Shape.ground(-0.62)
        .bumpy(p -> 0.12 * Noise.fractal(new Vec3(p.x(), 0, p.z() * 1.6), 1.6, 4));
  }

  private static Vec3 water(Vec3 p) {
    Vec3 wave = DEEP_WATER.mix(CREST, Noise.step(0.35, 0.75, Noise.fractal(p, 3, 4)));
    double toHull = hull().distance(p);
    return wave.mix(FOAM, 0.9 * (1 - Noise.step(0.02, 0.2 * Noise.value(p, 5) + 0.05, toHull)));
  }

  /** A long box that narrows towards bow (left) and keel. */
  private static Shape hull() {
    return p -> {
      double bow = Math.max(0, -p.x() - 0.9 - 0.25 * p.y());
      double narrowing = 0.3 * bow * bow + 0.12 * Math.max(0, -p.y());
      double sheer = 0.06 * Math.max(0, -p.x() - 0.6);
      Vec3 straight =
          new Vec3(p.x(), p.y() + 0.25 - sheer, Math.signum(p.z()) * (Math.abs(p.z()) + narrowing));
      return 0.75 * Shape.box(2.25, 0.45, 0.5, 0.08).distance(straight);
    };
  }

  private static Vec3 hullColour(Vec3 p) {
    if (p.y() < -0.38) {
      return Vec3.ofRgb(0x8f2417);
    }
    return Vec3.ofRgb(Math.abs(p.y() - 0.12) < 0.03 ? 0xe8e6de : 0x1b2a44);
  }

  private static void addHouse(List<Body> bodies) {
    Shape house = Shape.box(0.42, 0.3, 0.4, 0.04).at(1.45, 0.48, 0);
    Shape bridge = Shape.box(0.3, 0.16, 0.46, 0.04).at(1.38, 0.92, 0);
    bodies.add(new Body(house.and(bridge), ShipScene::windows, 0.3));
    Shape funnel = Shape.rod(new Vec3(1.75, 0.8, 0), new Vec3(1.8, 1.35, 0), 0.17, 0.15);
    bodies.add(new Body(funnel, p -> Vec3.ofRgb(p.y() > 1.2 ? 0x1a1a1a : 0xc8321e), 0.3));
    Shape mast = Shape.rod(new Vec3(1.35, 1, 0), new Vec3(1.35, 1.6, 0), 0.03, 0.02);
    Shape foremast = Shape.rod(new Vec3(-1.75, 0.1, 0), new Vec3(-1.75, 0.95, 0), 0.04, 0.025);
    bodies.add(new Body(mast.and(foremast), Paint.plain(0xd8d4c8), 0.2));
  }

  private static Vec3 windows(Vec3 p) {
    boolean row = Math.abs(p.y() - 0.96) < 0.07 || Math.abs(p.y() - 0.5) < 0.05;
    double place = (p.x() + p.z()) * 7;
    boolean pane = Math.abs(place - Math.floor(place) - 0.5) < 0.32;
    return Vec3.ofRgb(row && pane ? 0x24323c : 0xf2f1ea);
  }

  private static void addCargo(List<Body> bodies) {
    int[] colours = {0xb5482a, 0x3a6f8f, 0x5c7f3c, 0xc98a2b, 0x8a3434, 0x44607c};
    for (int i = 0; i < 6; i++) {
      double height = i % 3 == 1 ? 0.26 : 0.17;
      Shape box = Shape.box(0.18, height, 0.36, 0.02).at(-1.25 + 0.4 * i, 0.2 + height, 0);
      bodies.add(new Body(box, Paint.plain(colours[i]), 0.1));
    }
  }
}
