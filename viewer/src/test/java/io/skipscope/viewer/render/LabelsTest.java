package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final double NARROW = 90;

  private final Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
  private final FontMetrics metrics = g.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 13));

  @AfterEach
  void dispose() {
    g.dispose();
  }

  private List<String> wrapped(String text) {
    List<String> lines = Labels.wrap(text, metrics, NARROW);
    assertTrue(lines.size() > 1, lines.toString());
    for (String line : lines) {
      assertTrue(metrics.stringWidth(line) <= NARROW, line);
    }
    return lines;
  }

  @Test
  void wordsAndNamesStayWhole() {
    String text = "shortcut of layer1.0 is y = relu(x)";
    assertEquals(text, String.join(" ", wrapped(text)));
  }

  @Test
  void whatDoesNotFitIsSaidInFewerWords() {
    String full = "3\u00d73 depthwise convolution";
    double room = metrics.stringWidth("3\u00d73 dw");
    assertEquals(full, Labels.fitting(metrics, metrics.stringWidth(full), full, "3\u00d73 dw"));
    assertEquals("3\u00d73 dw", Labels.fitting(metrics, room, full, "3\u00d73 dw"));
    assertTrue(Labels.fitting(metrics, room - 1, full, "3\u00d73 dw").endsWith("\u2026"));
  }

  @Test
  void wordsAreSmallerRatherThanBrokenOrCut() {
    Font large = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    String text = "linear activation";
    double line = g.getFontMetrics(large).stringWidth(text);
    double word = g.getFontMetrics(large).stringWidth("activation");
    assertEquals(large, Labels.fontOfLine(g, line, text, large, small));
    assertEquals(small, Labels.fontOfLine(g, line - 1, text, large, small));
    assertEquals(large, Labels.fontOfWords(g, word, text, large, small));
    assertEquals(small, Labels.fontOfWords(g, word - 1, text, large, small));
  }

  @Test
  void aParagraphHasAsManyWordsAndThenAsLargeOnesAsHaveRoom() {
    Font large = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    String[] texts = {"linear end: no activation", "linear"};
    assertEquals(texts[0], paragraph(200, texts, large, small));
    assertEquals(large, g.getFont());
    double between = g.getFontMetrics(small).stringWidth("activation");
    assertEquals(texts[0], paragraph(between, texts, large, small));
    assertEquals(small, g.getFont());
    assertEquals(texts[1], paragraph(between - 1, texts, large, small));
  }

  private String paragraph(double width, String[] texts, Font... fonts) {
    return Labels.fittingParagraph(g, new Rectangle2D.Double(0, 0, width, 90), texts, fonts);
  }

  @Test
  void linesAreJoinedWithASpaceOnlyWhereOneIsWritten() {
    assertEquals("shortcut cut", Labels.inOneLine("shortcut\ncut"));
    assertEquals("捷径已切断", Labels.inOneLine("捷径\n已切断"));
    assertEquals("F 已去掉", Labels.inOneLine("F\n已去掉"));
  }

  @Test
  void percentSignStaysWithItsNumber() {
    assertEquals(
        List.of("F has", "43.0 %"),
        Labels.wrap("F has 43.0 %", metrics, metrics.stringWidth("F has 43.0")));
  }

  @Test
  void chineseIsBrokenBetweenItsCharacters() {
    String text = "无捷径连接：步幅与通道数改变了残差块的形状";
    List<String> lines = wrapped(text);
    assertEquals(text, String.join("", lines));
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("：")), lines.toString());
  }

  @Test
  void aChineseClauseBeginsOnTheNextLineRatherThanAtTheEndOfOne() {
    String text = "y = F(x)，求和后无激活";
    assertEquals(
        List.of("y = F(x)，", "求和后无激活"),
        Labels.wrap(text, metrics, metrics.stringWidth("y = F(x)，求和后")));
  }
}
