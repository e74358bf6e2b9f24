package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.lab.Patch;
import io.skipscope.viewer.export.DrawnWords;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductColumnsTest {
  private static final int FIGURES = 3;

  private final List<Patch> patches =
      List.of(single(7, 7.581f, 0.095f), single(120, -12.5f, -0.033f), single(3, 0.498f, -0.124f));
  private final Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
  private final FontMetrics font = g.getFontMetrics(Palettes.PLAIN.small());

  private static Patch single(int channel, float number, float weight) {
    return new Patch("x", channel, 1, 1, new float[] {number}, new float[] {weight});
  }

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  @AfterEach
  void dispose() {
    g.dispose();
  }

  private List<DrawnWords> drawn(Patch patch) {
    return DrawnWords.of(
        target -> new ProductColumns(target, Palettes.PLAIN, patches).paint(patch, 10, 0));
  }

  /** Where the figures of a line end: the number, its weight, their product. */
  private List<Double> ends(Patch patch) {
    List<Double> ends =
        drawn(patch).stream()
            .filter(word -> word.text().matches("[\u2212\\d].*[^:]"))
            .map(word -> word.x() + font.stringWidth(word.text()))
            .toList();
    assertEquals(FIGURES, ends.size());
    return ends;
  }

  @Test
  void figuresOfAColumnEndAtOnePlace() {
    for (Patch patch : patches) {
      for (int i = 0; i < FIGURES; i++) {
        assertEquals(ends(patches.get(0)).get(i), ends(patch).get(i), 0.01);
      }
    }
  }

  @Test
  void aLineIsAsWideAsTheColumnsAndHoldsTheWholeProduct() {
    double width = new ProductColumns(g, Palettes.PLAIN, patches).width();
    for (Patch patch : patches) {
      List<String> words = drawn(patch).stream().map(DrawnWords::text).toList();
      assertTrue(words.contains(Numbers.value(patch.sum())), words.toString());
      assertEquals(10 + width, ends(patch).get(FIGURES - 1), 0.01);
    }
  }
}
