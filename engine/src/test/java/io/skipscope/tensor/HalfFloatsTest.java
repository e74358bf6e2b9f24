package io.skipscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatsTest {
  @ParameterizedTest
  @CsvSource({
    "0x0000, 0",
    "0x3c00, 1",
    "0xc000, -2",
    "0x7bff, 65504",
    "0x3555, 0.333251953125",
    "0x0001, 5.9604645e-8",
    "0x83ff, -6.097555e-5",
    "0x7c00, Infinity",
    "0xfc00, -Infinity"
  })
  void halvesBecomeTheSameNumberAsFloats(String bits, float expected) {
    assertEquals(expected, HalfFloats.ofBinary16((short) (int) Integer.decode(bits)));
  }

  @Test
  void halfKeepsNanAndTheSignOfZero() {
    assertTrue(Float.isNaN(HalfFloats.ofBinary16((short) 0x7e01)));
    assertEquals(
        Float.floatToRawIntBits(-0f),
        Float.floatToRawIntBits(HalfFloats.ofBinary16((short) 0x8000)));
  }

  @Test
  void everyHalfSurvivesTheWayThroughFloat() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float number = HalfFloats.ofBinary16((short) bits);
      if (!Float.isNaN(number)) {
        assertEquals((short) bits, HalfFloats.toBinary16(number));
      }
    }
    assertTrue(Float.isNaN(HalfFloats.roundToBinary16(Float.NaN)));
  }

  @ParameterizedTest
  @CsvSource({
    "2049, 2048",
    "2051, 2052",
    "-2049.001, -2050",
    "65519.996, 65504",
    "65520, Infinity",
    "-3e38, -Infinity",
    "2.9802322e-8, 0",
    "2.9802326e-8, 5.9604645e-8",
    "8.940697e-8, 1.1920929e-7",
    "6.1020e-5, 6.103515625e-5"
  })
  void floatsBecomeTheNearestHalfAndTheEvenOneOfTwo(float number, float expected) {
    assertEquals(expected, HalfFloats.roundToBinary16(number));
  }
}
