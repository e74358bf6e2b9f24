package io.skipscope.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTypeTest {
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
    assertEquals(expected, ElementType.halfToFloat((short) (int) Integer.decode(bits)));
  }

  @Test
  void halfKeepsNanAndTheSignOfZero() {
    assertTrue(Float.isNaN(ElementType.halfToFloat((short) 0x7e01)));
    assertEquals(
        Float.floatToRawIntBits(-0f),
        Float.floatToRawIntBits(ElementType.halfToFloat((short) 0x8000)));
  }

  @Test
  void everyTypeReadsItsOwnBytes() {
    assertArrayEquals(
        new float[] {1.5f, -3},
        ElementType.F64.decode(bytes(16).putDouble(1.5).putDouble(-3).flip(), 2));
    assertArrayEquals(
        new float[] {-2.5f}, ElementType.BF16.decode(bytes(2).putShort((short) 0xc020).flip(), 1));
    assertArrayEquals(new float[] {200}, ElementType.U8.decode(bytes(1).put((byte) 200).flip(), 1));
    assertArrayEquals(new float[] {-56}, ElementType.I8.decode(bytes(1).put((byte) 200).flip(), 1));
    assertArrayEquals(new float[] {7}, ElementType.I64.decode(bytes(8).putLong(7).flip(), 1));
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count);
  }
}
