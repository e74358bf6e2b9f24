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
    return between(smallMillis, 0, largeMillis, largeBytes);
  }

  /**
   * From two measured copies of different sizes. Where the larger one took no longer, size does not
   * matter; where it took longer by more than its size, latency does not.
   */
  public static CopyCost between(
      double smallMillis, long smallBytes, double largeMillis, long largeBytes) {
    double beyond = Math.max(1e-6, largeMillis - smallMillis);
    double gigabytesPerSecond = (largeBytes - smallBytes) / BYTES_PER_MILLI / beyond;
    double latency = smallMillis - smallBytes / BYTES_PER_MILLI / gigabytesPerSecond;
    return latency >= 0
        ? new CopyCost(latency, gigabytesPerSecond)
        : new CopyCost(0, largeBytes / BYTES_PER_MILLI / largeMillis);
  }

  /** A copy that takes so many times as long. */
  CopyCost times(double factor) {
    return new CopyCost(latencyMillis * factor, gigabytesPerSecond / factor);
  }

  /** 0 for 0 bytes. */
  public double millis(long bytes) {
    return bytes == 0 ? 0 : latencyMillis + bytes / BYTES_PER_MILLI / gigabytesPerSecond;
  }
}
