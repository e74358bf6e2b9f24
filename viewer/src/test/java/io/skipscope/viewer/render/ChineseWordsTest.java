package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.text.Text;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators are called in Chinese has room where the drawings have it in English. */
class ChineseWordsTest {
  /** Of a tile of the card in a window of the usual size, with the text of the usual size. */
  private static final double TILE = 84;

  private static final List<String> CONVOLUTIONS = List.of("conv", "depthwise", "grouped");

  private final Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
  private final FontMetrics small =
      g.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 13).deriveFont(13 * 0.88f));

  @AfterEach
  void backToEnglish() {
    g.dispose();
    Text.use(Locale.ENGLISH);
  }

  private static String in(Locale language, Supplier<String> words) {
    Text.use(language);
    return words.get();
  }

  private static String chinese(Supplier<String> words) {
    return in(Locale.SIMPLIFIED_CHINESE, words);
  }

  /** A Chinese character is as wide as it is high in every font, installed here or not. */
  private double width(String text) {
    long han = text.codePoints().filter(Character::isIdeographic).count();
    return han * small.getFont().getSize2D() + small.stringWidth(text.replaceAll("\\p{IsHan}", ""));
  }

  @Test
  void namesInTheBarsOfTheNetworkTakeNoMoreRoomThanEnglishCapitals() {
    for (String operator : List.of("BatchNorm", "Activation")) {
      Supplier<String> word = () -> Text.of("op.brief." + operator);
      double english = width(in(Locale.ENGLISH, word).toUpperCase(Locale.ROOT));
      assertTrue(width(chinese(word)) <= english, chinese(word));
    }
  }

  @Test
  void briefConvolutionsFitATileStridedOrNot() {
    for (String kind : CONVOLUTIONS) {
      String conv = chinese(() -> Text.of("op.brief." + kind, 3, 3));
      String strided = chinese(() -> Text.of("op.brief.strided", conv, 2));
      assertTrue(width(conv) < width(strided), strided);
      assertTrue(width(strided) <= TILE, strided);
    }
  }

  @Test
  void briefWordsTakeLessRoomThanTheFullOnes() {
    for (String kind : CONVOLUTIONS) {
      String brief = chinese(() -> Text.of("op.brief." + kind, 3, 3, 32));
      String full = chinese(() -> Text.of("op." + kind, 3, 3, 32));
      assertTrue(width(brief) <= width(full), brief);
      assertTrue(
          width(chinese(() -> Text.of("op.brief.strided", brief, 2)))
              < width(chinese(() -> Text.of("op.strided", full, 2))));
    }
    assertTrue(
        width(chinese(() -> Text.of("op.brief.BatchNorm")))
            < width(chinese(() -> Text.of("op.BatchNorm"))));
  }
}
