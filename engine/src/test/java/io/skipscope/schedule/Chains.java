package io.skipscope.schedule;

import java.util.List;
import java.util.stream.IntStream;

/** Chains and costs without a network, for tests of what only reads their numbers. */
final class Chains {
  private static final CopyCost FREE = new CopyCost(0, 1e9);

  private Chains() {}

  /** One segment more than borders. */
  static Chain ofBorders(List<Integer> bytes) {
    List<Segment> segments =
        IntStream.rangeClosed(0, bytes.size())
            .mapToObj(i -> new Segment("s" + i, List.of(), "v" + i, bytesAfter(bytes, i)))
            .toList();
    return new Chain(null, segments);
  }

  private static long bytesAfter(List<Integer> bytes, int segment) {
    return segment == bytes.size() ? 0 : bytes.get(segment);
  }

  /** A device on which copies cost nothing and others do not matter. */
  static DeviceCost cost(String device, double millis, Double... shares) {
    return new DeviceCost(device, millis, millis, List.of(shares), FREE, FREE);
  }
}
