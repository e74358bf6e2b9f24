package io.skipscope.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ElementTypeTest {
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
