package io.skipscope.tensor;

/** Conversion of the 16-bit floating-point formats; Java 17 has none of its own. */
public final class HalfFloats {
  private static final float SMALLEST = 0x1p-24f;

  /** From here on, a half is infinite: halfway between its largest number and what would follow. */
  private static final float OVERFLOW = 65520f;

  private static final float LEAST_NORMAL = 0x1p-14f;

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

  /**
   * The IEEE 754 binary16 number nearest to {@code number}, to the even one of two that are equally
   * near: what {@code vstore_half} gives. 65520 and more becomes infinite; NaN stays NaN.
   */
  public static short toBinary16(float number) {
    int sign = Float.floatToRawIntBits(number) >>> 16 & 0x8000;
    float magnitude = Math.abs(number);
    return (short) (sign | magnitudeBits(magnitude));
  }

  /** {@code number} as it comes back from storage as a half. */
  public static float roundToBinary16(float number) {
    return ofBinary16(toBinary16(number));
  }

  private static int magnitudeBits(float magnitude) {
    if (Float.isNaN(magnitude)) {
      return 0x7e00;
    }
    if (magnitude >= OVERFLOW) {
      return 0x7c00;
    }
    if (magnitude < LEAST_NORMAL) {
      return (int) Math.rint(magnitude / SMALLEST);
    }
    // Adding half of the last kept bit, less one where that is even, rounds a tie to the even one;
    // a carry moves into the exponent, as it should.
    int bits = Float.floatToRawIntBits(magnitude);
    int rounded = bits + 0xfff + (bits >>> 13 & 1);
    return (rounded >>> 13) - (127 - 15 << 10);
  }

  /** A bfloat16 number: the upper half of a binary32. */
  public static float ofBfloat16(short half) {
    return Float.intBitsToFloat(half << 16);
  }
}
