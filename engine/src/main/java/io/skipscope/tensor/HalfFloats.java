package io.skipscope.tensor;

/** The 16-bit floating-point formats, widened exactly; Java 17 has no conversion of its own. */
public final class HalfFloats {
  private static final float SMALLEST = 0x1p-24f;

  private HalfFloats() {}

  /** An IEEE 754 binary16 number, subnormals, infinities and NaN included. */
  public static float ofBinary16(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1f;
    int fraction = half & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * SMALLEST;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wideExponent = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | wideExponent << 23 | fraction << 13);
  }

  /** A bfloat16 number: the upper half of a binary32. */
  public static float ofBfloat16(short half) {
    return Float.intBitsToFloat(half << 16);
  }
}
