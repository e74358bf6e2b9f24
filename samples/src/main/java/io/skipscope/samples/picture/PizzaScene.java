package io.skipscope.samples.picture;

import java.util.ArrayList;
import java.util.List;

/** A pizza with salami, olives and basil on a wooden table. */
final class PizzaScene {
  private static final double RADIUS = 1.75;
  private static final Vec3 CHEESE = Vec3.ofRgb(0xf2cf73);
  private static final Vec3 BROWNED = Vec3.ofRgb(0xcf8f3a);
  private static final Vec3 SAUCE = Vec3.ofRgb(0xb8360f);

  /** Where salami lies: x, z. */
  private static final double[][] SALAMI = {
    {0, 0.1},
    {0.85, 0.35},
    {-0.8, 0.45},
    {0.35, 1.05},
    {-0.45, -0.75},
    {0.55, -0.7},
    {-0.3, 1.2},
    {1.15, -0.4},
    {-1.15, -0.25}
  };

  private PizzaScene() {}

  static Scene scene() {
    List<Body> bodies = new ArrayList<>();
    bodies.add(new Body(Shape.ground(-0.12), Woods.boards(0x7a5233, 0x4d2f18), 0.15));
    Shape base = Shape.disc(RADIUS, 0.1, 0.05).bumpy(p -> 0.05 * Noise.fractal(p, 5, 3));
    bodies.add(new Body(base, PizzaScene::topping, 0.3));
    Shape crust =
        Shape.ring(RADIUS, 0.17)
            .turnedX(Math.PI / 2)
            .at(0, 0.06, 0)
            .bumpy(p -> 0.07 * Noise.fractal(p, 3.5, 3));
    bodies.add(new Body(crust, Paint.blotched(0xd99a4e, 0xa8642a, 3.2), 0.15));
    for (double[] place : SALAMI) {
      addSalami(bodies, place[0], place[1]);
    }
    addOlives(bodies);
    Camera camera = new Camera(new Vec3(0.3, 4.6, 4.3), new Vec3(0, -0.1, 0.06), 2.75);
    return new Scene(
        bodies,
        camera,
        new Vec3(-0.7, 1.1, 0.3),
        new Vec3(1.0, 0.93, 0.82),
        new Vec3(0.45, 0.45, 0.46),
        Backdrops.blurred(0x2c2019, 0x6a5240, 1.3));
  }

  private static Vec3 topping(Vec3 p) {
    Vec3 cheese = CHEESE.mix(BROWNED, Noise.step(0.5, 0.75, Noise.fractal(p, 4.5, 3)));
    return cheese.mix(SAUCE, Noise.step(0.5, 0.66, Noise.fractal(p.plus(Vec3.UP), 2.4, 4)));
  }

  private static void addSalami(List<Body> bodies, double x, double z) {
    Shape slice = Shape.disc(0.3, 0.035, 0.03).bumpy(p -> 0.02 * Noise.value(p, 6));
    bodies.add(new Body(slice.at(x, 0.15, z), Paint.blotched(0xa92a17, 0x7d160d, 7), 0.45));
  }

  private static void addOlives(List<Body> bodies) {
    for (int i = 0; i < 9; i++) {
      double angle = 2.4 * i + 0.7;
      double radius = 0.45 + 0.12 * i;
      double x = radius * StrictMath.cos(angle);
      double z = radius * StrictMath.sin(angle);
      Shape olive = Shape.ring(0.085, 0.04).turnedX(Math.PI / 2).at(x, 0.17, z);
      bodies.add(new Body(olive, Paint.plain(0x1d1a16), 0.6));
      Shape leaf = Shape.ellipsoid(0.2, 0.025, 0.1).turnedY(angle * 2).at(-x, 0.19, 0.8 * z);
      bodies.add(new Body(leaf, Paint.blotched(0x2f6b1c, 0x4a8c2a, 5), 0.35));
    }
  }
}
