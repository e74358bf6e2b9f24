package io.skipscope.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says how long each of several pieces of work takes. */
@FunctionalInterface
public interface CandidateTimer {
  /**
   * @param candidates each does the work once and waits for its end; warm
   * @return nanoseconds, in the order of the candidates
   */
  double[] medianNanos(List<Runnable> candidates);

  /**
   * Takes turns, so that a busy moment of the machine meets all candidates and none finds its own
   * numbers in the caches.
   *
   * @param leastRounds that all candidates get
   * @param enoughNanos after which no further round begins
   */
  static CandidateTimer interleaved(int leastRounds, long enoughNanos) {
    return candidates -> {
      List<long[]> rounds = new ArrayList<>();
      long beginNanos = System.nanoTime();
      while (rounds.size() < leastRounds || System.nanoTime() - beginNanos < enoughNanos) {
        rounds.add(candidates.stream().mapToLong(CandidateTimer::elapsedNanos).toArray());
      }
      double[] medians = new double[candidates.size()];
      for (int i = 0; i < medians.length; i++) {
        int candidate = i;
        medians[i] = median(rounds.stream().mapToLong(round -> round[candidate]).toArray());
      }
      return medians;
    };
  }

  private static long elapsedNanos(Runnable work) {
    long beginNanos = System.nanoTime();
    work.run();
    return System.nanoTime() - beginNanos;
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    int half = nanos.length / 2;
    return nanos.length % 2 == 1 ? nanos[half] : (nanos[half - 1] + nanos[half]) / 2.0;
  }
}
