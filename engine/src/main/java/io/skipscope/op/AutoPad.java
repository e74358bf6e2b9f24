package io.skipscope.op;

/**
 * Padding that follows the input's extent instead of being fixed: as much as gives a window ceil(
 * extent / stride) positions.
 *
 * <p>Source: ONNX attribute {@code auto_pad} of Conv, MaxPool and AveragePool.
 */
public enum AutoPad {
  /** The padding is fixed. */
  NONE,
  /** Where the padding is odd, one more behind the input than before it. */
  SAME_UPPER,
  /** Where the padding is odd, one more before the input than behind it. */
  SAME_LOWER;

  /** Far more than any window can use, and far from overflow. */
  private static final long MOST = 1 << 29;

  /** Padding before an axis of the input. */
  public int before(int extent, int kernel, int stride, int dilation) {
    int total = total(extent, kernel, stride, dilation);
    return this == SAME_UPPER ? total / 2 : total - total / 2;
  }

  /** Padding behind an axis of the input. */
  public int behind(int extent, int kernel, int stride, int dilation) {
    int total = total(extent, kernel, stride, dilation);
    return this == SAME_UPPER ? total - total / 2 : total / 2;
  }

  private static int total(int extent, int kernel, int stride, int dilation) {
    long reach = (kernel - 1L) * dilation + 1;
    long positions = ((long) extent + stride - 1) / stride;
    return (int) Math.min(MOST, Math.max(0, (positions - 1) * stride + reach - extent));
  }
}
