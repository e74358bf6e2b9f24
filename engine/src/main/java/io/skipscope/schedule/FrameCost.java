package io.skipscope.schedule;

import java.util.List;

/**
 * What a frame takes of a device under one condition, measured.
 *
 * @param millis of the whole network
 * @param shares of that time, one for each segment of the chain; they add up to 1
 */
public record FrameCost(double millis, List<Double> shares) {
  public FrameCost {
    shares = List.copyOf(shares);
  }

  boolean isPossible(int segments) {
    return shares.size() == segments && millis > 0;
  }

  /** With the same shares. */
  FrameCost withMillis(double now) {
    return new FrameCost(now, shares);
  }

  /** What a range of segments takes. */
  public double millis(int from, int to) {
    return millis * shares.subList(from, to).stream().mapToDouble(Double::doubleValue).sum();
  }
}
