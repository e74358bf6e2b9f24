package io.skipscope.op;

/** Division that rounds up: how many tiles cover an extent. */
public final class CeilDiv {
  private CeilDiv() {}

  /**
   * @param divisor above 0
   */
  public static int of(int dividend, int divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
