package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Spreads;
import io.skipscope.viewer.export.DrawnWords;
import io.skipscope.viewer.layout.NetGeometry;
import io.skipscope.viewer.layout.NetMetrics;
import io.skipscope.viewer.layout.NetPart;
import io.skipscope.viewer.state.ChangeHistory;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetPainterTest {

  private final OpenModel model = OpenNets.resNet20();
  private final NetGeometry net = OpenNets.chain(model);

  private BufferedImage paint(Changes changes, String search) {
    return paint(
        ViewerState.INITIAL
            .with()
            .model(model)
            .history(ChangeHistory.EMPTY.then(changes))
            .search(search)
            .build());
  }

  private BufferedImage paint(ViewerState state) {
    BufferedImage image =
        new BufferedImage(300, (int) net.height() + 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    NetPainter.paint(g, new NetScene(net, state), Palettes.PLAIN);
    g.dispose();
    return image;
  }

  private boolean holds(BufferedImage image, int block, Color color) {
    Rectangle2D area = net.partOf(block).orElseThrow().area();
    for (int y = (int) area.getY() + 1; y < area.getMaxY() - 1; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == color.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the trunk is drawn without a gap from a block's top to above its plus. */
  private boolean trunkIsWhole(BufferedImage image, int block) {
    Rectangle2D area = net.partOf(block).orElseThrow().area();
    int x = (int) net.metrics().trunkX();
    for (int y = (int) area.getY() + 1; y < area.getMaxY() - 20; y++) {
      if (image.getRGB(x, y) != Color.BLUE.getRGB()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void inANarrowPaneNothingIsWrittenBeyondTheDrawing() {
    int narrow = 224;
    NetGeometry less = OpenNets.chain(model, new NetMetrics(16, narrow));
    BufferedImage image =
        new BufferedImage(300, (int) less.height() + 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    NetPainter.paint(
        g, new NetScene(less, ViewerState.INITIAL.with().model(model).build()), Palettes.PLAIN);
    g.dispose();
    int[] beyond = image.getRGB(narrow, 0, 300 - narrow, image.getHeight(), null, 0, 300 - narrow);
    assertTrue(Arrays.stream(beyond).allMatch(argb -> argb == Color.WHITE.getRGB()));
  }

  @Test
  void anIdentityIsOneStraightLine() {
    assertTrue(trunkIsWhole(paint(Changes.NONE, ""), 1));
  }

  @Test
  void piecesOfTheTrunkMeetWithoutASeamAtAnyScale() {
    for (double scale : new double[] {1, 1.25, 2}) {
      int height = (int) (scale * net.height()) + 1;
      BufferedImage image = new BufferedImage(100, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.scale(scale, scale);
      NetPainter.paint(
          g, new NetScene(net, ViewerState.INITIAL.with().model(model).build()), Palettes.PLAIN);
      g.dispose();
      int x = (int) (net.metrics().trunkX() * scale);
      List<NetPart> parts = net.parts();
      for (NetPart part : parts.subList(0, parts.size() - 1)) {
        int end = (int) (scale * part.area().getMaxY());
        for (int y = end - 1; y <= end + 1; y++) {
          assertEquals(Color.BLUE.getRGB(), image.getRGB(x, y), part.name() + " at " + scale);
        }
      }
    }
  }

  @Test
  void aCutShortcutBreaksTheLineAndMarksTheBlock() {
    BufferedImage cut = paint(Changes.NONE.scaled("layer1.1", new Scales(1, 0)), "");
    assertFalse(trunkIsWhole(cut, 1));
    assertTrue(holds(cut, 1, Color.ORANGE));
    assertTrue(trunkIsWhole(cut, 2));
    assertFalse(holds(cut, 2, Color.ORANGE));
  }

  @Test
  void onlyMarkedPartsLookOtherThanBeforeAChange() {
    Changes changes = Changes.NONE.scaled("layer1.1", new Scales(1, 0));
    NetScene scene = new NetScene(net, ViewerState.INITIAL.with().model(model).build());
    BufferedImage before = paint(Changes.NONE, "");
    BufferedImage after = paint(changes, "");
    for (NetPart part : net.parts()) {
      Rectangle area = part.area().getBounds();
      boolean same = Arrays.equals(pixels(before, area), pixels(after, area));
      assertEquals(scene.isMarked(part, changes), !same, part.name());
    }
  }

  private static int[] pixels(BufferedImage image, Rectangle area) {
    Rectangle within = area.intersection(image.getRaster().getBounds());
    return image.getRGB(within.x, within.y, within.width, within.height, null, 0, within.width);
  }

  @Test
  void aBlockHasTheColourOfItsDeviceAndASharedOneOfBoth() {
    Map<String, List<Spread.Share>> shares =
        Map.of(
            "layer1.1", List.of(new Spread.Share(1, 1)),
            "layer1.2", List.of(new Spread.Share(0, 0.5), new Spread.Share(1, 0.5)));
    Spread spread = Spreads.of(model, shares);
    BufferedImage image = paint(ViewerState.INITIAL.with().model(model).spread(spread).build());
    Color first = DeviceColors.of(0, Palettes.PLAIN);
    Color second = DeviceColors.of(1, Palettes.PLAIN);
    assertFalse(holds(image, 0, first) || holds(image, 0, second));
    assertFalse(holds(image, 1, first));
    assertTrue(holds(image, 1, second));
    assertTrue(holds(image, 2, first) && holds(image, 2, second));
  }

  @Test
  void aBlockSaysItsShapesParametersAndMultiplyAdds() {
    NetGeometry wide = OpenNets.chain(model, new NetMetrics(16, 500));
    NetScene scene = new NetScene(wide, ViewerState.INITIAL.with().model(model).build());
    List<String> words =
        DrawnWords.of(g -> NetPainter.paint(g, scene, Palettes.PLAIN)).stream()
            .map(DrawnWords::text)
            .toList();
    int first = words.indexOf("layer1.0");
    List<String> ofBlock = words.subList(first, words.indexOf("layer1.1"));
    assertTrue(ofBlock.contains("16×32×32 → 16×32×32"), ofBlock.toString());
    // Two 3x3 convolutions of 16 channels, each with a factor and an offset per channel after it.
    assertTrue(
        ofBlock.stream().anyMatch(line -> line.contains("4.67 k")), "parameters: " + ofBlock);
    // Each weight meets every one of 32 x 32 places.
    assertTrue(ofBlock.stream().anyMatch(line -> line.contains("4.72 M")), "MACs: " + ofBlock);
  }

  @Test
  void whatIsSearchedForIsFramed() {
    BufferedImage found = paint(Changes.NONE, "layer3.1");
    assertTrue(holds(found, 7, Color.MAGENTA));
    assertFalse(holds(found, 6, Color.MAGENTA));
  }
}
