package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FittedLinesTest {
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final int WIDTH = 60;
  private static final String FULL = "0.123 cosine of the angle between both";
  private static final String BRIEF = "cos 0.12";

  private final BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D g = image.createGraphics();
  private final double line = g.getFontMetrics(FONT).getHeight();

  @AfterEach
  void dispose() {
    g.dispose();
  }

  private double painted(double height, String full, String brief) {
    return new FittedLines(g, new Rectangle2D.Double(0, 0, WIDTH, height))
        .in(Color.WHITE, FONT)
        .add(0, "name")
        .add(4, full, brief)
        .paint(0);
  }

  @Test
  void fullWordsAreTakenWhereTheyHaveRoom() {
    FontMetrics metrics = g.getFontMetrics(FONT);
    double rows = Labels.wrap(FULL, metrics, WIDTH).size();
    assertTrue(rows > 1);
    assertEquals((1 + rows) * line + 4, painted(200, FULL, BRIEF));
  }

  @Test
  void briefWordsAreTakenWhereTheFullOnesHaveNone() {
    assertEquals(2 * line + 4, painted(2 * line + 4, FULL, BRIEF));
  }

  @Test
  void lineThatCanBeDoneWithoutTakesNoRoom() {
    assertEquals(line, painted(2 * line + 4, FULL, ""));
  }

  @Test
  void brevityComesBeforeLeavingOut() {
    double height = 3 * line + 4;
    double bottom =
        new FittedLines(g, new Rectangle2D.Double(0, 0, WIDTH, height))
            .in(Color.WHITE, FONT)
            .add(0, "kind", "")
            .add(0, "name")
            .add(4, FULL, BRIEF)
            .paint(0);
    assertEquals(height, bottom);
  }

  @Test
  void nothingIsPaintedBelowTheArea() {
    assertEquals(line, painted(line + 2, FULL, BRIEF));
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = (int) line + 3; y < image.getHeight(); y++) {
        assertEquals(Color.BLACK.getRGB(), image.getRGB(x, y));
      }
    }
  }
}
