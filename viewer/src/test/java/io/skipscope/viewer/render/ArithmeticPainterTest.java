package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.lab.Arithmetic;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.export.DrawnWords;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words of a number's arithmetic, read from the drawing. */
class ArithmeticPainterTest {
  private static final String INPUT = "layer1.0.input";
  private static final String VALUE = "layer1.0.conv1";
  private static final int CHANNELS = 16;
  private static final int WIDE = 1300;
  private static final int NARROW = 400;
  private static final Pattern REST = Pattern.compile("and (\\d+) more, together (.*)");

  private final Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
  private final FontMetrics font = g.getFontMetrics(Palettes.PLAIN.font());
  private final FontMetrics small = g.getFontMetrics(Palettes.PLAIN.small());
  private final PointedNumber number = number();

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  @AfterEach
  void dispose() {
    g.dispose();
  }

  /** The middle of a 3x3 convolution of sixteen channels with seeded numbers and weights. */
  private static PointedNumber number() {
    Shape shape = Shape.of(1, CHANNELS, 32, 32);
    float[] numbers = new float[shape.elementCount()];
    Random random = new Random(7);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat();
    }
    BlockRun run =
        Runs.of(
            OpenNets.resNet20(),
            0,
            Frames.of(INPUT, shape, numbers),
            Frames.of(VALUE, shape, new float[numbers.length]));
    return PointedNumber.of(run, new Pointer(VALUE, 3, 0.5, 0.5)).orElseThrow();
  }

  private List<DrawnWords> painted(int width) {
    double height = ArithmeticPainter.height(font.getHeight(), width);
    return DrawnWords.of(
        target ->
            new ArithmeticPainter(
                    target, Palettes.PLAIN, new Rectangle2D.Double(0, 0, width, height))
                .paint(number));
  }

  /** What is said last, in however many lines; it stands where the first of these does. */
  private static DrawnWords rest(List<DrawnWords> words) {
    int first = 0;
    while (!words.get(first).text().matches("and \\d+.*")) {
      first++;
    }
    List<String> lines = words.stream().skip(first).map(DrawnWords::text).toList();
    return new DrawnWords(String.join(" ", lines), words.get(first).x(), words.get(first).y());
  }

  private static List<DrawnWords> channels(List<DrawnWords> words) {
    return words.stream().filter(each -> each.text().matches("Channel \\d+")).toList();
  }

  private static double value(String text) {
    return Double.parseDouble(text.replace('\u2212', '-'));
  }

  @Test
  void theRestOfASumStandsBeneathWhereThereIsNoRoomBeside() {
    List<DrawnWords> words = painted(NARROW);
    List<DrawnWords> channels = channels(words);
    DrawnWords rest = rest(words);
    assertEquals(1, channels.size());
    assertEquals(channels.get(0).x(), rest.x());
    double lastRow =
        words.stream()
            .filter(each -> !each.equals(rest))
            .mapToDouble(DrawnWords::y)
            .max()
            .orElseThrow();
    assertTrue(rest.y() - small.getAscent() >= lastRow, "on a line of its own");
    double bottom = ArithmeticPainter.height(font.getHeight(), NARROW);
    assertTrue(rest.y() + small.getDescent() <= bottom, "within the pane");
  }

  @Test
  void theRestOfASumStandsBesideItsTermsWhereThereIsRoom() {
    List<DrawnWords> words = painted(WIDE);
    List<DrawnWords> channels = channels(words);
    assertTrue(channels.size() > 1, channels.toString());
    assertTrue(rest(words).x() > channels.get(channels.size() - 1).x());
    assertEquals(channels.get(0).y(), rest(words).y(), 1);
  }

  @Test
  void termsAndTheRestAreAllOfTheSum() {
    Arithmetic arithmetic = number.arithmetic().orElseThrow();
    for (int width : new int[] {NARROW, WIDE}) {
      List<DrawnWords> words = painted(width);
      Matcher rest = REST.matcher(rest(words).text());
      assertTrue(rest.matches());
      assertEquals(CHANNELS, channels(words).size() + Integer.parseInt(rest.group(1)));
      double shown =
          words.stream()
              .filter(each -> each.text().startsWith("= "))
              .mapToDouble(each -> value(each.text().substring(2)))
              .sum();
      double products = arithmetic.combined() - arithmetic.offset();
      assertEquals(products, shown + value(rest.group(2)), 0.001 * CHANNELS);
    }
  }

  @Test
  void placeAndArithmeticAreBrokenRatherThanCut() {
    for (int width : new int[] {NARROW, WIDE}) {
      List<DrawnWords> words = painted(width);
      int end = words.indexOf(channels(words).get(0));
      List<DrawnWords> sentences = words.subList(0, end);
      assertEquals(width == WIDE, sentences.size() == 2, sentences.toString());
      for (DrawnWords line : sentences) {
        assertTrue(!line.text().contains("\u2026"), line.text());
        assertTrue(line.x() + font.stringWidth(line.text()) <= width, line.text());
      }
      String all = String.join(" ", sentences.stream().map(DrawnWords::text).toList());
      assertEquals(
          squeezed(ArithmeticWords.heading(number))
              + squeezed(
                  ArithmeticWords.equation(number.arithmetic().orElseThrow(), number.number())),
          squeezed(all));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u2002]+", "");
  }
}
