package io.skipscope.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;

/**
 * Cuts a chain into ranges, one a device, so that the slowest range is as fast as possible; of
 * equally fast ones, the cut that fewer bytes cross.
 *
 * <p>Dynamic programming over the number of segments done and the set of devices used, as a bit
 * mask: best(to, used) is the least, over the last range's device and first segment, of the larger
 * of best(from, used without it) and that range's time. A range's time holds the copies at both of
 * its ends.
 */
final class PipelineCuts {
  /** States double with each device; slower ones than these would hardly help. */
  private static final int MOST_DEVICES = 8;

  private record State(double slowestMillis, long bytes, State before, Part last) {
    static final Comparator<State> BETTER =
        Comparator.comparingDouble(State::slowestMillis).thenComparingLong(State::bytes);
  }

  private final Chain chain;
  private final List<DeviceCost> costs;
  private final int frames;
  private final State[][] best;
  private final double[][][] millis;

  private PipelineCuts(Chain chain, List<DeviceCost> costs, int frames) {
    this.chain = chain;
    this.costs = costs;
    this.frames = frames;
    best = new State[chain.size() + 1][1 << costs.size()];
    millis = new double[costs.size()][chain.size()][chain.size() + 1];
    for (int device = 0; device < costs.size(); device++) {
      for (int from = 0; from < chain.size(); from++) {
        for (int to = from + 1; to <= chain.size(); to++) {
          millis[device][from][to] = rangeMillis(costs.get(device), from, to);
        }
      }
    }
  }

  /**
   * The parts of the best pipeline of at least two devices, in its order; none if the chain or the
   * devices are too few.
   */
  static List<Part> find(Chain chain, List<DeviceCost> costs, int frames) {
    List<DeviceCost> fastest =
        costs.stream()
            .sorted(Comparator.comparingDouble(cost -> cost.together().millis()))
            .limit(MOST_DEVICES)
            .toList();
    return new PipelineCuts(chain, fastest, frames).parts();
  }

  private List<Part> parts() {
    best[0][0] = new State(0, 0, null, null);
    for (int to = 1; to <= chain.size(); to++) {
      for (int used = 1; used < 1 << costs.size(); used++) {
        best[to][used] = bestEnd(to, used);
      }
    }
    State winner = null;
    for (int used = 1; used < 1 << costs.size(); used++) {
      if (Integer.bitCount(used) > 1) {
        winner = better(winner, best[chain.size()][used]);
      }
    }
    return path(winner);
  }

  private State bestEnd(int to, int used) {
    State winner = null;
    for (int device = 0; device < costs.size(); device++) {
      int others = used & ~(1 << device);
      for (int from = 0; others != used && from < to; from++) {
        winner = better(winner, extended(best[from][others], device, from, to));
      }
    }
    return winner;
  }

  private State extended(State before, int device, int from, int to) {
    if (before == null) {
      return null;
    }
    double own = millis[device][from][to];
    return new State(
        Math.max(before.slowestMillis, own),
        before.bytes + chain.bytesBefore(from),
        before,
        new Part(costs.get(device).device(), from, to, frames, own));
  }

  private double rangeMillis(DeviceCost cost, int from, int to) {
    return cost.rangeMillis(chain, cost.together(), from, to);
  }

  private static State better(State one, State other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return State.BETTER.compare(other, one) < 0 ? other : one;
  }

  private static List<Part> path(State end) {
    LinkedList<Part> parts = new LinkedList<>();
    for (State state = end; state != null && state.last != null; state = state.before) {
      parts.addFirst(state.last);
    }
    return new ArrayList<>(parts);
  }
}
