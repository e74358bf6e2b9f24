package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestChartTest {
  private static Picture chart(TestChart chart) {
    return chart.picture("c", 64, 48);
  }

  private static int level(Picture picture, int x, int y) {
    return picture.rgb(x, y) & 255;
  }

  private static long whites(Picture picture) {
    return Arrays.stream(picture.rgb()).filter(rgb -> rgb == 0xFFFFFF).count();
  }

  @ParameterizedTest
  @EnumSource
  void everyChartIsTheSameEachTimeAtAnySize(TestChart chart) {
    assertArrayEquals(chart(chart).rgb(), chart(chart).rgb());
    assertEquals(1, chart.picture("c", 1, 1).rgb().length);
    assertTrue(Arrays.stream(chart(chart).rgb()).allMatch(rgb -> rgb >= 0 && rgb <= 0xFFFFFF));
  }

  @Test
  void theGradientGoesEvenlyFromBlackToWhite() {
    Picture gradient = chart(TestChart.GRADIENT);
    assertEquals(0, level(gradient, 0, 5));
    assertEquals(255, level(gradient, 63, 40));
    assertEquals(Math.round(255 * 21 / 63.0), level(gradient, 21, 0));
  }

  @Test
  void squaresOfACheckerHaveTheirSize() {
    Picture checker = chart(TestChart.CHECKER_4);
    assertEquals(0, level(checker, 3, 3));
    assertEquals(255, level(checker, 4, 3));
    assertEquals(255, level(checker, 3, 4));
    assertEquals(0, level(checker, 4, 4));
    assertEquals(64 * 48 / 2, whites(chart(TestChart.CHECKER_1)));
    assertEquals(64 * 48 / 2, whites(chart(TestChart.CHECKER_16)));
  }

  @Test
  void theImpulseIsOnePixel() {
    Picture impulse = chart(TestChart.IMPULSE);
    assertEquals(1, whites(impulse));
    assertEquals(255, level(impulse, 32, 24));
    assertEquals(255L, Arrays.stream(impulse.rgb()).mapToLong(rgb -> rgb & 255).sum());
  }

  @Test
  void barsHaveTheirAngles() {
    assertEquals(255, level(chart(TestChart.BAR_0), 2, 24));
    assertEquals(0, level(chart(TestChart.BAR_0), 32, 2));
    assertEquals(255, level(chart(TestChart.BAR_90), 32, 2));
    assertEquals(0, level(chart(TestChart.BAR_90), 2, 24));
    // Rising to the right: from the middle, ten to the right and ten up.
    assertEquals(255, level(chart(TestChart.BAR_45), 42, 13));
    assertEquals(0, level(chart(TestChart.BAR_45), 42, 34));
    assertEquals(255, level(chart(TestChart.BAR_135), 42, 34));
    assertEquals(0, level(chart(TestChart.BAR_135), 42, 13));
  }

  @Test
  void noiseIsUniformAndGreyFlat() {
    Picture noise = TestChart.NOISE.picture("n", 256, 256);
    double mean = Arrays.stream(noise.rgb()).map(rgb -> rgb >> 8 & 255).average().orElseThrow();
    assertEquals(127.5, mean, 1.5);
    assertTrue(Arrays.stream(noise.rgb()).distinct().count() > 60_000);
    assertEquals(1, Arrays.stream(chart(TestChart.GREY).rgb()).distinct().count());
  }
}
