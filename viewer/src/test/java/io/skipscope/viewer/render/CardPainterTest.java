package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.CardMetrics;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.layout.TileGrid;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.Scales;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardPainterTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 800;

  private BlockRun run = run(Changes.NONE);

  /** A run of the first block in which every number tells its step, channel and place. */
  private static BlockRun run(Changes changes) {
    OpenModel model = OpenNets.resNet20();
    CardPlan plan = CardPlan.of(model.graph(), model.blocks().get(0).block());
    List<TapFrame> frames = new ArrayList<>();
    for (Step step : plan.steps()) {
      Tensor tensor = Tensor.zeros(step.shape());
      for (int i = 0; i < tensor.data().length; i++) {
        tensor.data()[i] = (i * 31 + frames.size() * 17) % 256;
      }
      frames.add(new TapFrame(step.tap(), 0, step.shape(), tensor, null));
    }
    return Runs.of(model, 0, new Picture("p", 1, 1, new int[1]), changes, frames);
  }

  private CardScene scene(double deviceScale, int channel, boolean enlarged, Pointer pointer) {
    CardGeometry geometry =
        CardGeometry.arrange(run.plan(), CardMetrics.forLineHeight(15), WIDTH, HEIGHT);
    ColorScale scale = SharedScale.of(run, ColorMap.VIRIDIS, RangeMode.FULL);
    return new CardScene(run, geometry, scale, false, channel, enlarged, pointer, deviceScale);
  }

  private static BufferedImage paint(CardScene scene) {
    return paint(new CardPainter(), scene);
  }

  private static BufferedImage paint(CardPainter painter, CardScene scene) {
    double scale = scene.deviceScale();
    BufferedImage image =
        new BufferedImage(
            (int) (WIDTH * scale), (int) (HEIGHT * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    painter.paint(g, scene, Palettes.PLAIN);
    g.dispose();
    return image;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 2})
  void mapsAreTheirRasterToThePixelAtEveryScale(double deviceScale) {
    CardScene scene = scene(deviceScale, 0, true, null);
    BufferedImage image = paint(scene);
    for (Tile tile : scene.geometry().tiles()) {
      TileGrid placed = scene.grid(tile);
      Tensor maps = run.frame(tile.step().tap()).orElseThrow().tensor();
      int[] expected = new MapRaster(maps, scene.scale()).paint(placed.grid(), 0, 0);
      for (int y = 0; y < placed.grid().height(); y++) {
        for (int x = 0; x < placed.grid().width(); x++) {
          assertEquals(
              expected[y * placed.grid().width() + x],
              image.getRGB(placed.originX() + x, placed.originY() + y));
        }
      }
    }
  }

  @Test
  void mapsThatWerePaintedAreNotMadeAgain() {
    CardScene scene = scene(1, 0, false, null);
    BufferedImage expected = paint(scene);
    CardPainter painter = new CardPainter();
    paint(painter, scene);
    run.frames().values().forEach(frame -> Arrays.fill(frame.tensor().data(), 0));
    assertArrayEquals(pixels(expected), pixels(paint(painter, scene)));
    assertFalse(Arrays.equals(pixels(expected), pixels(paint(scene))));
  }

  /** Of an identity, s(x) is x: one raster does for both. */
  @Test
  void valuesThatShareTheirNumbersLookAsIfEachHadItsOwn() {
    Map<String, TapFrame> shared = new HashMap<>(run.frames());
    TapFrame x = shared.get(run.plan().step(Role.INPUT).orElseThrow().tap());
    String s = run.plan().step(Role.SHORTCUT).orElseThrow().tap();
    shared.put(s, new TapFrame(s, 0, x.shape(), x.tensor(), null));
    Map<String, TapFrame> apart = new HashMap<>(shared);
    Tensor copy = new Tensor(x.shape(), x.tensor().data().clone());
    apart.put(s, new TapFrame(s, 0, x.shape(), copy, null));
    run = run.withFrames(apart);
    BufferedImage expected = paint(scene(1, 0, false, null));
    run = run.withFrames(shared);
    assertArrayEquals(pixels(expected), pixels(paint(scene(1, 0, false, null))));
  }

  @Test
  void aCardThatTwoThreadsPaintIsTheSame() {
    CardScene scene = scene(1, 0, false, null);
    CardPainter painter = new CardPainter();
    CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> paint(painter, scene));
    assertArrayEquals(pixels(paint(scene)), pixels(paint(painter, scene)));
    beside.join();
  }

  @Test
  void theNumbersOfABlockAreNotLookedForAgainWhenItsAnswerIsThere() {
    CardPainter painter = new CardPainter();
    paint(painter, scene(1, 0, false, null));
    String expected = painter.spoken(run);
    BlockRun answered = run.withFrames(new HashMap<>(run.frames())).answered(List.of(), List.of());
    run.frames().values().forEach(frame -> Arrays.fill(frame.tensor().data(), 0));
    assertEquals(expected, painter.spoken(answered));
    assertNotEquals(expected, new CardPainter().spoken(answered));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void theSelectedChannelIsFramedInEveryTile() {
    CardScene scene = scene(1, 5, false, null);
    BufferedImage image = paint(scene);
    for (Tile tile : scene.geometry().tiles()) {
      var cell = scene.grid(tile).cell(5);
      int x = (int) cell.getX() - 2;
      int y = (int) cell.getCenterY();
      assertEquals(Color.MAGENTA.getRGB(), image.getRGB(x, y), tile.step().tap());
      var other = scene.grid(tile).cell(10);
      assertNotEquals(
          Color.MAGENTA.getRGB(), image.getRGB((int) other.getX() - 2, (int) other.getCenterY()));
    }
  }

  @Test
  void aCutShortcutIsDashedFromTheShortcutToThePlus() {
    assertTrue(trunkIsWholeBeforeThePlus());
    run = run(Changes.NONE.scaled("layer1.0", new Scales(1, 0)));
    assertFalse(trunkIsWholeBeforeThePlus());
    run = run(Changes.NONE.scaled("layer1.0", new Scales(0, 1)));
    assertTrue(trunkIsWholeBeforeThePlus());
  }

  /** Whether the line from s(x) to the plus has the trunk's colour all along. */
  private boolean trunkIsWholeBeforeThePlus() {
    CardScene scene = scene(1, 0, false, null);
    BufferedImage image = paint(scene);
    Tile shortcut = scene.geometry().tile(Role.SHORTCUT).orElseThrow();
    int end = (int) (scene.geometry().plus().getX() - scene.geometry().plusRadius());
    int y = (int) scene.geometry().plus().getY();
    for (int x = (int) shortcut.body().getMaxX() + 1; x < end - 1; x++) {
      if (image.getRGB(x, y) != Color.BLUE.getRGB()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theSamePlaceIsReadInEveryTile() {
    CardScene scene = scene(1, 0, false, new Pointer("", 2, 0.5, 0.25));
    for (Tile tile : scene.geometry().tiles()) {
      Tensor maps = run.frame(tile.step().tap()).orElseThrow().tensor();
      assertEquals(maps.at(0, 2, 8, 16), scene.valueUnderPointer(tile));
    }
    Tile input = scene.geometry().tile(Role.INPUT).orElseThrow();
    CardScene beyond = scene(1, 0, false, new Pointer("", 99, 0.5, 0.5));
    assertEquals(Float.NaN, beyond.valueUnderPointer(input));
  }

  @Test
  void rangesOfTheSharedScaleAreAsNamed() {
    ColorScale full = SharedScale.of(run, ColorMap.VIRIDIS, RangeMode.FULL);
    assertEquals(0, full.min());
    assertEquals(255, full.max());
    ColorScale symmetric = SharedScale.of(run, ColorMap.DIVERGING, RangeMode.SYMMETRIC);
    ColorScale percentile = SharedScale.of(run, ColorMap.VIRIDIS, RangeMode.PERCENTILE);
    assertEquals(2.5, percentile.min(), 1);
    assertEquals(252.5, percentile.max(), 1);
    assertEquals(-percentile.max(), symmetric.min());
    assertEquals(percentile.max(), symmetric.max());
  }
}
