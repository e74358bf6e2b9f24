package io.skipscope.measure;

import io.skipscope.job.Job;
import java.util.ArrayList;
import java.util.List;

/** Times several engines in turn, so that a busy moment of the machine meets all of them. */
final class Turns {
  private static final int LEAST_WARM_UPS = 3;

  /** Long enough for Java's compiler to have seen what is called often. */
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private Turns() {}

  /** Runs every engine until it is warm; the number of rounds. */
  static int warmUp(List<Runnable> engines, Job job) {
    long beginNanos = System.nanoTime();
    int rounds = 0;
    while (rounds < LEAST_WARM_UPS || System.nanoTime() - beginNanos < WARM_UP_NANOS) {
      job.progress("Warming up", rounds, 0);
      engines.forEach(Runnable::run);
      rounds++;
    }
    return rounds;
  }

  /** Wall times of every engine, in the order of the engines. */
  static List<Latencies> time(List<Runnable> engines, int rounds, Job job) {
    List<Latencies> latencies = new ArrayList<>();
    engines.forEach(engine -> latencies.add(new Latencies()));
    for (int round = 0; round < rounds; round++) {
      job.progress("Timing", round, rounds);
      for (int i = 0; i < engines.size(); i++) {
        long beginNanos = System.nanoTime();
        engines.get(i).run();
        latencies.get(i).add(System.nanoTime() - beginNanos);
      }
    }
    return latencies;
  }
}
