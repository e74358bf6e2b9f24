package io.skipscope.device.opencl;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What PoCL gives as the binary of a program: files in a row, each as its path, its size and its
 * content. One of them is the program as LLVM bitcode, which PoCL takes for a binary too.
 */
final class PoclBinary {
  private static final byte[] PATH = "/program.bc".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BITCODE = {'B', 'C', (byte) 0xC0, (byte) 0xDE};

  private PoclBinary() {}

  /** The program's bitcode; empty if there is none. */
  static Optional<byte[]> bitcode(byte[] binary) {
    for (int start = 0; start + PATH.length <= binary.length; start++) {
      int end = start + PATH.length;
      if (Arrays.equals(binary, start, end, PATH, 0, PATH.length)) {
        return bitcode(ByteBuffer.wrap(binary, end, binary.length - end));
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> bitcode(ByteBuffer file) {
    try {
      int size = file.order(ByteOrder.LITTLE_ENDIAN).getInt();
      byte[] content = new byte[Math.max(0, Math.min(size, file.remaining() + 1))];
      file.get(content);
      return Arrays.mismatch(content, BITCODE) == BITCODE.length
          ? Optional.of(content)
          : Optional.empty();
    } catch (BufferUnderflowException cutShort) {
      return Optional.empty();
    }
  }
}
