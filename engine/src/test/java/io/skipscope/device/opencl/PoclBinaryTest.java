package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoclBinaryTest {
  private static final byte[] BITCODE = {'B', 'C', (byte) 0xC0, (byte) 0xDE, 1, 2, 3, 4};

  @Test
  void bitcodeIsFoundBetweenOtherFiles() {
    byte[] binary = binary("/program.bc", BITCODE.length, BITCODE);
    assertArrayEquals(BITCODE, PoclBinary.bitcode(binary).orElseThrow());
  }

  @Test
  void binaryWithoutProgramHasNone() {
    assertTrue(PoclBinary.bitcode(binary("/kernel.so", BITCODE.length, BITCODE)).isEmpty());
    assertTrue(PoclBinary.bitcode(new byte[0]).isEmpty());
  }

  @Test
  void fileOfAnotherKindIsNoBitcode() {
    assertTrue(PoclBinary.bitcode(binary("/program.bc", 8, new byte[8])).isEmpty());
  }

  @Test
  void wrongSizesAreNoBitcode() {
    for (int size : new int[] {Integer.MIN_VALUE, -1, 0, 4, 1000, Integer.MAX_VALUE}) {
      assertTrue(PoclBinary.bitcode(binary("/program.bc", size, BITCODE)).isEmpty(), "" + size);
    }
  }

  @Test
  void binaryThatEndsEarlyHasNone() {
    byte[] whole = binary("/program.bc", BITCODE.length, BITCODE);
    int end = whole.length - "/other".length();
    for (int length = 0; length < end; length++) {
      assertTrue(PoclBinary.bitcode(Arrays.copyOf(whole, length)).isEmpty(), "" + length);
    }
  }

  private static byte[] binary(String path, int size, byte[] content) {
    byte[] start = ("poclbin" + path).getBytes(StandardCharsets.US_ASCII);
    byte[] end = "/other".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(start.length + 4 + content.length + end.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(start)
        .putInt(size)
        .put(content)
        .put(end)
        .array();
  }
}
