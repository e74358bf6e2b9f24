package io.skipscope.samples.picture;

import java.util.List;
import java.util.function.Supplier;

/**
 * One picture of the bundle.
 *
 * @param file its name; scenes are JPEG as photographs are, charts PNG, which keeps every value
 * @param title for menus
 * @param painter draws it
 */
record BundledPicture(String file, String title, Supplier<Painter> painter) {
  private static final int SCENE_SIZE = 512;
  private static final int CHART_SIZE = 384;

  /** In the order of menus; the first is shown at the first start. */
  static final List<BundledPicture> ALL =
      List.of(
          new BundledPicture("ladybug.jpg", "Ladybug", LadybugScene::scene),
          new BundledPicture("orange.jpg", "Oranges", OrangeScene::scene),
          new BundledPicture("banana.jpg", "Bananas", BananaScene::scene),
          new BundledPicture("school_bus.jpg", "School bus", SchoolBusScene::scene),
          new BundledPicture("teapot.jpg", "Teapot", TeapotScene::scene),
          new BundledPicture("pizza.jpg", "Pizza", PizzaScene::scene),
          new BundledPicture("goldfish.jpg", "Goldfish", GoldfishScene::scene),
          new BundledPicture("jellyfish.jpg", "Jellyfish", JellyfishPainter::scene),
          new BundledPicture("ship.jpg", "Ship", ShipScene::scene),
          new BundledPicture("airplane.jpg", "Airplane", AirplaneScene::scene),
          new BundledPicture("zone_plate.png", "Chart: zone plate", Charts::zonePlate),
          new BundledPicture("gratings.png", "Chart: gratings", Charts::gratings),
          new BundledPicture("edges.png", "Chart: edges", Charts::edges),
          new BundledPicture("colour_patches.png", "Chart: colours", Charts::colourPatches));

  boolean isScene() {
    return file.endsWith(".jpg");
  }

  /** Width and height in pixels. */
  int size() {
    return isScene() ? SCENE_SIZE : CHART_SIZE;
  }
}
