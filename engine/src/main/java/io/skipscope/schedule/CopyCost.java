package io.skipscope.schedule;

/**
 * What it takes to copy numbers between a device and the host, in one direction. Devices hand
 * values to each other through host memory, so that a copy from one to another takes what leaving
 * the first and entering the second take.
 *
 * @param latencyMillis of the smallest copy
 * @param gigabytesPerSecond of a large one, beyond the latency
 */
public record CopyCost(double latencyMillis, double gigabytesPerSecond) {
  private static final double BYTES_PER_MILLI = 1e6;

  /**
   * From two measured copies.
   *
   * @param largeBytes what took {@code largeMillis}
   */
  public static CopyCost of(double smallMillis, double largeMillis, long largeBytes) {
    double beyond = Math.max(1e-6, largeMillis - smallMillis);
    return new CopyCost(smallMillis, largeBytes / BYTES_PER_MILLI / beyond);
  }

  /** 0 for 0 bytes. */
  public double millis(long bytes) {
    return bytes == 0 ? 0 : latencyMillis + bytes / BYTES_PER_MILLI / gigabytesPerSecond;
  }
}
