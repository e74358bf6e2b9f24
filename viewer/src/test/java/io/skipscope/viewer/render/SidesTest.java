package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.text.Text;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two runs with known numbers stand beside each other. */
class SidesTest {
  private static final String TAP = "layer1.0.output";
  private static final int RED = 0xC00000;
  private static final int GREEN = 0x00C000;

  private final OpenModel model = OpenNets.resNet20();
  private final BlockRun now = run(RED, Frames.of(TAP, Shape.of(1, 2, 1, 2), 8, 5, 5, 1));
  private final BlockRun kept = run(GREEN, Frames.of(TAP, Shape.of(1, 2, 1, 2), 0, 5, 9, 3));

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private BlockRun run(int colour, TapFrame frame) {
    Picture seen = new Picture("p.png", 1, 1, new int[] {colour});
    return Runs.of(model, 0, seen, Changes.NONE, List.of(frame));
  }

  private SidesScene scene(BlockRun other, int channel) {
    return new SidesScene(RunPair.of(now, other), TAP, channel, ColorMap.VIRIDIS);
  }

  @Test
  void bothRunsShareAScaleAndTheDifferenceHasItsOwnAroundZero() {
    List<SidesScene.Side> sides = scene(kept, 0).sides();
    ColorScale shared = new ColorScale(ColorMap.VIRIDIS, 0, 8);
    ColorScale around = new ColorScale(ColorMap.DIVERGING, -8, 8);
    assertEquals(shared.argb(8), sides.get(0).picture().getRGB(0, 0));
    assertEquals(shared.argb(5), sides.get(0).picture().getRGB(1, 0));
    assertEquals(shared.argb(0), sides.get(1).picture().getRGB(0, 0));
    assertEquals(around.argb(8), sides.get(2).picture().getRGB(0, 0));
    assertEquals(around.argb(0), sides.get(2).picture().getRGB(1, 0));
  }

  @Test
  void theNumbersOfThePlaceThatIsPointedAtAreSaid() {
    SidesPainter painter = new SidesPainter(scene(kept, 1), Palettes.PLAIN);
    String spoken = painter.spoken(new Pointer(TAP, 1, 0.9, 0));
    assertTrue(spoken.contains("Now: 1.000"), spoken);
    assertTrue(spoken.contains("Kept: 3.000"), spoken);
    assertTrue(spoken.contains("Difference: \u22122.000"), spoken);
    assertTrue(painter.spoken(null).endsWith("Difference"), painter.spoken(null));
  }

  @Test
  void bothPicturesAreInView() {
    BufferedImage image = new BufferedImage(900, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    new SidesPainter(scene(kept, 0), Palettes.PLAIN).paint(g, 900, 200, null);
    g.dispose();
    assertTrue(holds(image, RED) && holds(image, GREEN));
  }

  @Test
  void inALowStripBothPicturesAreSmallerButInView() {
    double line = 16;
    int low = (int) SidesPainter.height(line, 0);
    assertTrue(low < SidesPainter.height(line, 1000));
    assertEquals(150, SidesPainter.height(line, 150));
    BufferedImage image = new BufferedImage(900, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    new SidesPainter(scene(kept, 0), Palettes.PLAIN).paint(g, 900, low, null);
    g.dispose();
    assertTrue(holds(image, RED) && holds(image, GREEN));
    for (int x = 0; x < 900; x++) {
      assertEquals(Color.BLACK.getRGB(), image.getRGB(x, low));
    }
  }

  @Test
  void captionsAreWholeOrInFewerLettersButNeverCut() {
    FontMetrics font = g().getFontMetrics(Palettes.PLAIN.small());
    String[] words = SideColumns.words(ComparedSide.DIFFERENCE, "\u22120.123");
    SideColumns wide = SideColumns.of(50, 400, font);
    assertEquals(50, wide.cell());
    assertEquals("Difference: \u22120.123", Labels.fitting(font, wide.width(), words));
    for (String shorter : new String[] {"Diff. \u22120.123", "\u22120.123"}) {
      SideColumns narrow = SideColumns.of(10, font.stringWidth(shorter), font);
      assertEquals(shorter, Labels.fitting(font, narrow.width(), words));
    }
  }

  @Test
  void columnsNeverTakeMoreThanTheirShareOfTheWidth() {
    FontMetrics font = g().getFontMetrics(Palettes.PLAIN.small());
    for (double across = 20; across < 200; across += 15) {
      SideColumns columns = SideColumns.of(60, across, font);
      assertTrue(columns.width() <= across && columns.cell() <= columns.width());
    }
  }

  @Test
  void namesOfPicturesAreWholeWhereThereIsRoom() {
    FontMetrics font = g().getFontMetrics(Palettes.PLAIN.small());
    String name = "Kept: a picture with a name of several words.png";
    assertTrue(SideColumns.of(50, 800, font, name).width() >= font.stringWidth(name));
    assertEquals(100, SideColumns.of(50, 100, font, name).width());
  }

  private static Graphics2D g() {
    return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
  }

  private static boolean holds(BufferedImage image, int rgb) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == new Color(rgb).getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aValueOfAnotherShapeHasNoSides() {
    BlockRun other = run(GREEN, Frames.of(TAP, Shape.of(1, 1, 2, 2), 1, 2, 3, 4));
    assertEquals(List.of(), scene(other, 0).sides());
  }
}
