package io.skipscope.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long repeated runs of one thing took. */
final class Latencies {
  private final List<Long> nanos = new ArrayList<>();

  void add(long elapsedNanos) {
    nanos.add(elapsedNanos);
  }

  double minMillis() {
    return Collections.min(nanos) / 1e6;
  }

  /** The middle time, or the mean of the middle two. */
  double medianMillis() {
    List<Long> sorted = nanos.stream().sorted().toList();
    int half = sorted.size() / 2;
    long upper = sorted.get(half);
    return (sorted.size() % 2 == 1 ? upper : (sorted.get(half - 1) + upper) / 2.0) / 1e6;
  }

  /** The least of these times that at least 95 % of them do not exceed. */
  double p95Millis() {
    int rank = (int) Math.ceil(0.95 * nanos.size());
    return nanos.stream().sorted().toList().get(rank - 1) / 1e6;
  }
}
