package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.Spreads;
import io.skipscope.viewer.layout.TimelineGeometry;
import io.skipscope.viewer.state.Spread;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelinePainterTest {
  private final Spread spread = Spreads.of(null, Map.of());
  private final TimelineGeometry geometry =
      new TimelineGeometry(2, spread.endMillis(), 532, 16, 100);

  private BufferedImage paint(int current) {
    BufferedImage image =
        new BufferedImage(532, (int) geometry.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    TimelinePainter.paint(g, new TimelineScene(geometry, spread, current), Palettes.PLAIN);
    g.dispose();
    return image;
  }

  /** Just within the top of a row's bars, where no words are. */
  private Color at(BufferedImage image, int row, double millis) {
    Rectangle2D area = geometry.bar(row, 0, 1);
    return new Color(image.getRGB((int) geometry.x(millis), (int) area.getY() + 1));
  }

  @Test
  void aBarIsAsLongAsTheWorkInTheColourOfItsDevice() {
    BufferedImage image = paint(-1);
    Color first = DeviceColors.of(0, Palettes.PLAIN);
    Color second = DeviceColors.of(1, Palettes.PLAIN);
    assertEquals(first, at(image, 0, 1));
    assertEquals(first, at(image, 0, 9.8));
    assertEquals(Color.WHITE, at(image, 0, 11));
    assertEquals(Color.WHITE, at(image, 1, 19));
    assertEquals(second, at(image, 1, 21));
    assertEquals(second, at(image, 1, 39.5));
  }

  @Test
  void aFrameGoesDownToTheNextDeviceAlongALine() {
    BufferedImage image = paint(-1);
    Rectangle2D above = geometry.bar(0, 10, 20);
    Rectangle2D below = geometry.bar(1, 10, 20);
    int y = (int) ((above.getMaxY() + below.getY()) / 2);
    boolean crossed = false;
    for (int x = (int) geometry.x(10); x <= geometry.x(20); x++) {
      crossed |= image.getRGB(x, y) == Color.BLACK.getRGB();
    }
    assertTrue(crossed);
  }

  @Test
  void theChosenBarIsFramed() {
    Rectangle2D area = geometry.bar(1, 20, 40);
    int x = (int) area.getCenterX();
    int y = (int) area.getY() - 1;
    assertEquals(Color.MAGENTA.getRGB(), paint(1).getRGB(x, y));
    assertTrue(Color.MAGENTA.getRGB() != paint(0).getRGB(x, y));
  }

  @Test
  void wordsAreSaidOfTheBarOrTheHandoverAtAPoint() {
    TimelineScene scene = new TimelineScene(geometry, spread, -1);
    Rectangle2D bar = geometry.bar(0, 0, 10);
    assertTrue(scene.words(bar.getCenterX(), bar.getCenterY()).orElseThrow().contains("stem"));
    double x = geometry.x(15);
    double y = (bar.getMaxY() + geometry.bar(1, 0, 1).getY()) / 2;
    assertTrue(scene.words(x, y).orElseThrow().contains("from a to b"));
    assertTrue(scene.words(geometry.x(35), bar.getCenterY()).isEmpty());
  }

  @Test
  void deviceColoursStandOutFromTheGroundOfEitherTheme() {
    for (Color ground : new Color[] {Color.WHITE, new Color(0x1b1d22)}) {
      Palette palette = Palettes.on(ground);
      for (int row = 0; row < 5; row++) {
        double contrast = contrast(DeviceColors.of(row, palette), ground);
        assertTrue(contrast >= 3, row + " on " + ground + ": " + contrast);
      }
    }
  }

  /** Source: WCAG 2.1, contrast ratio. */
  private static double contrast(Color a, Color b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
