package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorScaleTest {
  @ParameterizedTest
  @EnumSource(ColorMap.class)
  void tablesHave256OpaqueColours(ColorMap map) {
    for (int i = 0; i < 256; i++) {
      assertEquals(0xFF, map.argb(i) >>> 24);
    }
  }

  /** The ends and the middle as Matplotlib 3.11 gives them. */
  @ParameterizedTest
  @CsvSource({
    "VIRIDIS, 440154, 21918c, fde725",
    "MAGMA, 000004, b73779, fcfdbf",
    "CIVIDIS, 00224e, 7d7c78, fee838",
    "DIVERGING, 3b4cc0, dddcdc, b40426",
    "GREY, 000000, 808080, ffffff"
  })
  void tablesAreThePublishedOnes(ColorMap map, String low, String middle, String high) {
    assertEquals(low, hex(map.argb(0)));
    assertEquals(middle, hex(map.argb(128)));
    assertEquals(high, hex(map.argb(255)));
  }

  @ParameterizedTest
  @EnumSource(names = {"VIRIDIS", "MAGMA", "CIVIDIS", "GREY"})
  void brightnessNeverFalls(ColorMap map) {
    for (int i = 1; i < 256; i++) {
      assertTrue(luma(map.argb(i)) >= luma(map.argb(i - 1)) - 1, map + " at " + i);
    }
  }

  @Test
  void sharedScaleSpansAllArraysAndIgnoresWhatIsNotFinite() {
    ColorScale scale =
        ColorScale.shared(
            ColorMap.GREY, new float[] {1, Float.NaN}, new float[] {-3, Float.POSITIVE_INFINITY});
    assertEquals(new ColorScale(ColorMap.GREY, -3, 1), scale);
  }

  @Test
  void symmetricScalePutsZeroInTheMiddle() {
    ColorScale scale = ColorScale.symmetric(ColorMap.DIVERGING, new float[] {-1, 4});
    assertEquals(new ColorScale(ColorMap.DIVERGING, -4, 4), scale);
    assertEquals(ColorMap.DIVERGING.argb(128), scale.argb(0));
  }

  @Test
  void valuesOutsideAreClampedAndNanStandsOut() {
    ColorScale scale = new ColorScale(ColorMap.GREY, 0, 1);
    assertEquals("000000", hex(scale.argb(Float.NEGATIVE_INFINITY)));
    assertEquals("ffffff", hex(scale.argb(2)));
    assertEquals(ColorScale.NAN_ARGB, scale.argb(Float.NaN));
  }

  @Test
  void equalValuesGetTheMiddleColour() {
    ColorScale scale = ColorScale.shared(ColorMap.GREY, new float[] {7, 7});
    assertEquals("808080", hex(scale.argb(7)));
  }

  @Test
  void extremeRangesDoNotOverflow() {
    ColorScale scale = new ColorScale(ColorMap.GREY, -Float.MAX_VALUE, Float.MAX_VALUE);
    assertEquals("808080", hex(scale.argb(0)));
  }

  @Test
  void coloursOfManyValuesAreThoseOfEach() {
    float[] values = {Float.NaN, -1, 0, 0.3f, 0.999f, 1, 7, Float.POSITIVE_INFINITY};
    for (ColorScale scale :
        new ColorScale[] {
          new ColorScale(ColorMap.VIRIDIS, 0, 1), new ColorScale(ColorMap.VIRIDIS, 1, 1)
        }) {
      int[] colours = new int[values.length + 2];
      scale.argb(values, 0, values.length, colours, 1);
      for (int i = 0; i < values.length; i++) {
        assertEquals(scale.argb(values[i]), colours[1 + i]);
      }
      assertEquals(0, colours[0]);
      assertEquals(0, colours[values.length + 1]);
    }
  }

  private static String hex(int argb) {
    return "%06x".formatted(argb & 0xFFFFFF);
  }

  private static double luma(int argb) {
    return 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
  }
}
