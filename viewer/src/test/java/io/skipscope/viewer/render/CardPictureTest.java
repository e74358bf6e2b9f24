package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.Prediction;
import io.skipscope.image.ColorMap;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.CardMetrics;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.Scales;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardPictureTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 800;
  private static final Rectangle ALL = new Rectangle(WIDTH, HEIGHT);
  private static final Rectangle PART = new Rectangle(160, 80, 520, 400);
  private static final RenderingHints HINTS =
      new RenderingHints(
          Map.of(
              RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
              RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON));
  private static final OpenModel MODEL = OpenNets.resNet20();
  private static final BlockRun RUN = run(Changes.NONE, 0);

  /** A run of the second block. */
  private static BlockRun run(Changes changes, int seed) {
    return run(1, changes, seed);
  }

  private static BlockRun run(int block, Changes changes, int seed) {
    CardPlan plan = CardPlan.of(MODEL.graph(), MODEL.blocks().get(block).block());
    List<TapFrame> frames = new ArrayList<>();
    for (Step step : plan.steps()) {
      Tensor tensor = Tensor.zeros(step.shape());
      for (int i = 0; i < tensor.data().length; i++) {
        tensor.data()[i] = (i * 31 + frames.size() * 17 + seed * 5) % 256;
      }
      frames.add(new TapFrame(step.tap(), seed, step.shape(), tensor, null));
    }
    return Runs.of(MODEL, block, new Picture("p", 1, 1, new int[1]), changes, frames);
  }

  private static CardScene scene(BlockRun run, double deviceScale, int channel) {
    CardGeometry geometry =
        CardGeometry.arrange(run.plan(), CardMetrics.forLineHeight(15), WIDTH, HEIGHT);
    return new CardScene(
        run,
        geometry,
        SharedScale.of(run, ColorMap.VIRIDIS, RangeMode.FULL),
        false,
        channel,
        false,
        null,
        deviceScale);
  }

  private static CardPicture picture(CardScene scene, Rectangle view) {
    return CardPicture.of(new CardPainter(), scene, Palettes.PLAIN, view, HINTS);
  }

  /** The pixels of a part of a screen on which a card was painted. */
  private static int[] pixels(CardScene scene, Rectangle part, CardPicture from) {
    double scale = scene.deviceScale();
    BufferedImage screen =
        new BufferedImage(
            (int) (WIDTH * scale), (int) (HEIGHT * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = screen.createGraphics();
    g.addRenderingHints(HINTS);
    g.scale(scale, scale);
    g.setColor(Palettes.PLAIN.background());
    g.fillRect(0, 0, WIDTH, HEIGHT);
    if (from == null) {
      new CardPainter().paint(g, scene, Palettes.PLAIN);
    } else {
      from.draw(g);
    }
    g.dispose();
    int width = (int) (part.width * scale);
    int height = (int) (part.height * scale);
    return screen.getRGB(
        (int) (part.x * scale), (int) (part.y * scale), width, height, null, 0, width);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 2})
  void aCopiedPictureHasThePixelsThatPaintingGives(double deviceScale) {
    CardScene scene = scene(RUN, deviceScale, 3);
    for (Rectangle view : List.of(ALL, PART)) {
      int[] painted = pixels(scene, view, null);
      assertArrayEquals(painted, pixels(scene, view, picture(scene, view)));
      assertTrue(Arrays.stream(painted).distinct().count() > 100, "there are maps to be seen");
    }
  }

  /** What is still is painted once for pictures that differ in their numbers alone. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 2})
  void picturesInTurnByOnePainterAreWhatOthersPaint(double deviceScale) {
    CardPainter painter = new CardPainter();
    Changes cut = Changes.NONE.scaled(RUN.plan().block().name(), new Scales(1, 0));
    for (int seed = 0; seed < 3; seed++) {
      for (BlockRun run : List.of(run(Changes.NONE, seed), run(cut, seed))) {
        CardScene scene = scene(run, deviceScale, seed);
        CardPicture made = CardPicture.of(painter, scene, Palettes.PLAIN, ALL, HINTS);
        assertArrayEquals(pixels(scene, ALL, null), pixels(scene, ALL, made));
      }
    }
  }

  @Test
  void whatIsStillIsPaintedAnewForAnotherLookBlockPlaceOrSize() {
    CardPainter painter = new CardPainter();
    CardScene scene = scene(RUN, 1, 0);
    CardPicture plain = CardPicture.of(painter, scene, Palettes.PLAIN, ALL, HINTS);
    Color ground = new Color(0x123456);
    Palette other = Palettes.on(ground);
    assertEquals(ground.getRGB(), corner(CardPicture.of(painter, scene, other, ALL, HINTS)));
    assertEquals(Palettes.PLAIN.background().getRGB(), corner(plain));
    CardScene larger = scene(RUN, 2, 0);
    for (Rectangle view : List.of(PART, ALL)) {
      CardPicture made = CardPicture.of(painter, larger, Palettes.PLAIN, view, HINTS);
      assertArrayEquals(pixels(larger, view, null), pixels(larger, view, made));
    }
    BlockRun otherBlock = run(0, Changes.NONE, 0);
    CardScene first = scene(otherBlock, 1, 0);
    CardPicture made = CardPicture.of(painter, first, Palettes.PLAIN, ALL, HINTS);
    assertArrayEquals(pixels(first, ALL, null), pixels(first, ALL, made));
  }

  private static int corner(CardPicture picture) {
    return picture.image().getRGB(0, 0);
  }

  @Test
  void theNumberThatIsPointedAtStandsInThePicture() {
    CardScene bare = scene(RUN, 1, 0);
    CardScene pointed =
        new CardScene(
            RUN,
            bare.geometry(),
            bare.scale(),
            false,
            0,
            false,
            Pointer.middle(RUN.plan().steps().get(0).tap(), 0),
            1);
    CardPicture made = picture(pointed, ALL);
    assertArrayEquals(pixels(pointed, ALL, null), pixels(pointed, ALL, made));
    assertFalse(Arrays.equals(pixels(bare, ALL, null), pixels(pointed, ALL, made)));
  }

  @Test
  void aPictureThatWasMadeBeforeTheAnswerShowsTheRunWithItsAnswer() {
    CardPicture early = picture(scene(RUN, 1, 0), ALL);
    BlockRun answered =
        RUN.answered(List.of(new Prediction(3, "cat", 0.9f)), List.of())
            .ranOn("device", List.of("a recovery"), 5);
    CardScene scene = scene(answered, 1, 0);
    assertTrue(early.shows(scene, Palettes.PLAIN, HINTS, PART));
    assertArrayEquals(pixels(scene, ALL, null), pixels(scene, ALL, early));
  }

  @Test
  void anotherCardOrAnotherPlaceIsNotWhatAPictureShows() {
    CardPicture picture = picture(scene(RUN, 1, 0), PART);
    CardScene same = scene(RUN, 1, 0);
    assertTrue(picture.shows(same, Palettes.PLAIN, HINTS, PART));
    assertFalse(picture.shows(same, Palettes.PLAIN, HINTS, ALL), "more than was in view");
    assertFalse(picture.shows(same, Palettes.PLAIN, new RenderingHints(null), PART));
    assertFalse(picture.shows(scene(RUN, 1, 1), Palettes.PLAIN, HINTS, PART), "channel");
    assertFalse(picture.shows(scene(RUN, 2, 0), Palettes.PLAIN, HINTS, PART), "scale");
    String block = RUN.plan().block().name();
    Changes cut = Changes.NONE.scaled(block, new Scales(1, 0));
    BlockRun marked = Runs.of(MODEL, 1, RUN.seen(), cut, RUN.frames().values());
    assertFalse(picture.shows(scene(marked, 1, 0), Palettes.PLAIN, HINTS, PART), "marks");
    BlockRun other = run(Changes.NONE, 1);
    assertFalse(picture.shows(scene(other, 1, 0), Palettes.PLAIN, HINTS, PART), "numbers");
  }
}
