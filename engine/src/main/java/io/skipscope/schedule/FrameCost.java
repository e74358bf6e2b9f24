package io.skipscope.schedule;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a frame takes of a device under one condition, measured.
 *
 * @param millis of the whole network
 * @param shares of that time, by node; they add up to 1, and a node that was done in the launch of
 *     another has none
 */
public record FrameCost(double millis, Map<String, Double> shares) {
  public FrameCost {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  boolean isPossible(Set<String> nodes) {
    return millis > 0
        && !shares.isEmpty()
        && nodes.containsAll(shares.keySet())
        && shares.values().stream().allMatch(share -> share != null && share >= 0);
  }

  /** With the same shares. */
  FrameCost withMillis(double now) {
    return new FrameCost(now, shares);
  }

  /** What a range of segments takes. */
  public double millis(Chain chain, int from, int to) {
    return millis(chain.nodes(from, to));
  }

  /** What some nodes take. */
  public double millis(Collection<String> nodes) {
    return millis * nodes.stream().mapToDouble(node -> shares.getOrDefault(node, 0.0)).sum();
  }
}
