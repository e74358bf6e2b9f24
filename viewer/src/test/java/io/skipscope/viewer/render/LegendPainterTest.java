package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.export.DrawnWords;
import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.CardMetrics;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words beneath the colour scale, read from the drawing. */
class LegendPainterTest {
  private static final float VALUE = -654.25f;
  private static final Pointer POINTER = new Pointer("layer1.0.sum", 2, 0.5, 0.5);

  private final BlockRun run = run();
  private final CardMetrics metrics = CardMetrics.forLineHeight(15);

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private static BlockRun run() {
    OpenModel model = OpenNets.resNet20();
    CardPlan plan = CardPlan.of(model.graph(), model.blocks().get(0).block());
    List<TapFrame> frames = new ArrayList<>();
    for (Step step : plan.steps()) {
      Tensor tensor = Tensor.zeros(step.shape());
      Arrays.fill(tensor.data(), VALUE);
      tensor.data()[0] = -VALUE;
      frames.add(new TapFrame(step.tap(), 0, step.shape(), tensor, null));
    }
    return Runs.of(model, 0, new Picture("p", 1, 1, new int[1]), Changes.NONE, frames);
  }

  private CardScene scene(double width, double height) {
    CardGeometry geometry = CardGeometry.arrange(run.plan(), metrics, width, height);
    return new CardScene(
        run,
        geometry,
        SharedScale.of(run, ColorMap.VIRIDIS, RangeMode.FULL),
        true,
        2,
        false,
        POINTER,
        1);
  }

  private static List<DrawnWords> words(CardScene scene) {
    return DrawnWords.of(g -> new LegendPainter(g, Palettes.PLAIN, scene, null).paint());
  }

  private static List<String> texts(List<DrawnWords> words) {
    return words.stream().map(DrawnWords::text).toList();
  }

  @Test
  void everyNumberOfTheSumIsBesideItsName() {
    List<String> texts = texts(words(scene(1000, 800)));
    assertTrue(
        texts.containsAll(List.of("Channel 2", "F(x)", "+ s(x)", "= sum")), texts.toString());
    assertEquals(4, texts.stream().filter(Numbers.value(VALUE)::equals).count(), texts.toString());
  }

  @Test
  void wordsStayAboveTheTilesAndInsideTheCard() {
    double least = metrics.minWidth(run.plan());
    for (double height : new double[] {metrics.minHeight(run.plan()), 500, 800}) {
      CardScene scene = scene(least, height);
      Rectangle2D area = scene.geometry().legend();
      for (DrawnWords drawn : words(scene)) {
        assertTrue(drawn.y() <= area.getMaxY(), drawn + " beneath " + area);
        assertTrue(drawn.x() >= area.getMinX(), drawn + " left of " + area);
        assertTrue(drawn.x() + width(drawn.text()) <= area.getMaxX() + 1, drawn + " in " + area);
      }
    }
  }

  private static double width(String text) {
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      FontMetrics small = g.getFontMetrics(Palettes.PLAIN.small());
      return small.stringWidth(text);
    } finally {
      g.dispose();
    }
  }
}
