package io.skipscope.image;

import io.skipscope.error.ModelFormatException;
import io.skipscope.tensor.HalfFloats;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * How the numbers of an NPY file are stored.
 *
 * @param order of the bytes of one number
 */
record NpyType(Kind kind, ByteOrder order) {
  /** The real types that NumPy writes, with their sizes in bytes. */
  enum Kind {
    FLOAT16(2),
    FLOAT32(4),
    FLOAT64(8),
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    UINT8(1),
    UINT16(2),
    UINT32(4),
    BOOL(1);

    private final int sizeBytes;

    Kind(int sizeBytes) {
      this.sizeBytes = sizeBytes;
    }
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("f2", Kind.FLOAT16),
          Map.entry("f4", Kind.FLOAT32),
          Map.entry("f8", Kind.FLOAT64),
          Map.entry("i1", Kind.INT8),
          Map.entry("i2", Kind.INT16),
          Map.entry("i4", Kind.INT32),
          Map.entry("i8", Kind.INT64),
          Map.entry("u1", Kind.UINT8),
          Map.entry("u2", Kind.UINT16),
          Map.entry("u4", Kind.UINT32),
          Map.entry("b1", Kind.BOOL));

  /**
   * @param descr byte order and type, such as {@code <f4}
   * @throws ModelFormatException for texts, records, complex numbers and objects
   */
  static NpyType of(String descr, String name) {
    Kind kind = descr.length() == 3 ? KINDS.get(descr.substring(1)) : null;
    if (kind == null) {
      throw new ModelFormatException(
          name, -1, "numbers of type " + descr, "a real type such as <f4 (float32)");
    }
    return new NpyType(
        kind, descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  int sizeBytes() {
    return kind.sizeBytes;
  }

  /** Takes the next number from the bytes, rounded to float32. */
  float next(ByteBuffer bytes) {
    return switch (kind) {
      case FLOAT16 -> HalfFloats.ofBinary16(bytes.getShort());
      case FLOAT32 -> bytes.getFloat();
      case FLOAT64 -> (float) bytes.getDouble();
      case INT8, BOOL -> bytes.get();
      case INT16 -> bytes.getShort();
      case INT32 -> bytes.getInt();
      case INT64 -> bytes.getLong();
      case UINT8 -> bytes.get() & 0xFF;
      case UINT16 -> bytes.getShort() & 0xFFFF;
      case UINT32 -> bytes.getInt() & 0xFFFFFFFFL;
    };
  }
}
