package io.skipscope.device.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;

/** Reads what the {@code clGet...Info} calls answer: texts, numbers and lists of sizes. */
final class InfoReader {
  /** A call that fills {@code value}, or with null tells how many bytes it needs. */
  @FunctionalInterface
  interface Call {
    int get(long sizeBytes, Pointer value, long[] neededBytes);
  }

  /** {@code clGetProgramInfo} of one program. */
  @FunctionalInterface
  interface ProgramCall {
    int get(int parameter, long sizeBytes, Pointer value, long[] neededBytes);
  }

  private InfoReader() {}

  static ByteBuffer bytes(String function, Call call) {
    long[] neededBytes = new long[1];
    check(function, call.get(0, null, neededBytes));
    byte[] value = new byte[Math.toIntExact(neededBytes[0])];
    if (value.length > 0) {
      check(function, call.get(value.length, Pointer.to(value), null));
    }
    return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder());
  }

  static String text(String function, Call call) {
    String text = StandardCharsets.UTF_8.decode(bytes(function, call)).toString();
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** A number of 4 bytes (unsigned) or 8. */
  static long number(ByteBuffer value) {
    return value.remaining() >= Long.BYTES
        ? value.getLong()
        : Integer.toUnsignedLong(value.getInt());
  }

  /** Numbers of the host's {@code size_t}. */
  static long[] sizes(ByteBuffer value) {
    long[] sizes = new long[value.remaining() / Sizeof.size_t];
    for (int index = 0; index < sizes.length; index++) {
      sizes[index] = Sizeof.size_t == Long.BYTES ? value.getLong() : value.getInt();
    }
    return sizes;
  }

  /** The only binary of a program of one device; empty if there is none. */
  static byte[] binary(ProgramCall call) {
    String function = "clGetProgramInfo";
    long[] sizes =
        sizes(bytes(function, (s, v, n) -> call.get(CL.CL_PROGRAM_BINARY_SIZES, s, v, n)));
    if (sizes.length != 1 || sizes[0] <= 0) {
      return new byte[0];
    }
    ByteBuffer binary = ByteBuffer.allocateDirect(Math.toIntExact(sizes[0]));
    Pointer list = Pointer.to(Pointer.to(binary));
    check(function, call.get(CL.CL_PROGRAM_BINARIES, Sizeof.POINTER, list, null));
    byte[] bytes = new byte[binary.remaining()];
    binary.get(bytes);
    return bytes;
  }

  static void check(String function, int status) {
    if (status != CL.CL_SUCCESS) {
      throw new ClException(function, status);
    }
  }
}
