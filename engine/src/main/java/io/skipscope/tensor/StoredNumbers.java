package io.skipscope.tensor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Floats as they lie in storage of a {@link DataType}: FLOAT32 or FLOAT16. */
public final class StoredNumbers {
  private StoredNumbers() {}

  /** Writes all remaining floats of {@code numbers}, rounded to {@code type}. */
  public static void encode(FloatBuffer numbers, DataType type, ByteBuffer target) {
    if (type == DataType.FLOAT32) {
      target.asFloatBuffer().put(numbers);
      return;
    }
    ShortBuffer halves = halves(type, target);
    while (numbers.hasRemaining()) {
      halves.put(HalfFloats.toBinary16(numbers.get()));
    }
  }

  /** Reads as many floats as {@code numbers} has left. */
  public static void decode(ByteBuffer source, DataType type, FloatBuffer numbers) {
    if (type == DataType.FLOAT32) {
      numbers.put(source.asFloatBuffer().limit(numbers.remaining()));
      return;
    }
    ShortBuffer halves = halves(type, source);
    while (numbers.hasRemaining()) {
      numbers.put(HalfFloats.ofBinary16(halves.get()));
    }
  }

  /** {@code number} as it comes back from storage. */
  public static float rounded(float number, DataType type) {
    return type == DataType.FLOAT16 ? HalfFloats.roundToBinary16(number) : number;
  }

  /** A copy of {@code tensor} as it comes back from storage. */
  public static Tensor rounded(Tensor tensor, DataType type) {
    Tensor copy = Tensor.zeros(tensor.shape());
    for (int i = 0; i < copy.data().length; i++) {
      copy.data()[i] = rounded(tensor.data()[i], type);
    }
    return copy;
  }

  private static ShortBuffer halves(DataType type, ByteBuffer bytes) {
    if (type != DataType.FLOAT16) {
      throw new IllegalArgumentException("nothing is stored as " + type);
    }
    return bytes.asShortBuffer();
  }
}
