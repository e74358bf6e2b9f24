package io.skipscope.tune;

import io.skipscope.device.Device;
import io.skipscope.device.Queue;
import io.skipscope.error.SkipscopeException;
import io.skipscope.job.CancelledException;
import io.skipscope.op.NodeContext;
import io.skipscope.tune.TuningSpace.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tries the candidates of one shape class, one after the other, then times those that work. */
final class ShapeSearch implements AutoCloseable {
  /** Winograd's rounding errors stay far below; a wrong index does not. */
  private static final double TOLERANCE = 1e-3;

  /** All candidates of a class together get this part of the device's memory: a quarter. */
  private static final int MEMORY_PART = 4;

  private record Working(Candidate candidate, NodeProblem.Trial trial) {}

  private final NodeProblem problem;
  private final long memoryBytes;
  private final List<Working> working = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @throws io.skipscope.error.DeviceException if not even the reference kernel works
   */
  ShapeSearch(NodeContext context, Device device, Queue queue) {
    problem = new NodeProblem(context, device, queue);
    memoryBytes = device.info().globalMemoryBytes() / MEMORY_PART;
  }

  /** Builds a candidate, runs it and compares its results; whatever goes wrong is noted. */
  void test(Candidate candidate) {
    if (usedBytes() > memoryBytes) {
      fail(candidate, "not tried, the others take up the memory");
      return;
    }
    try {
      keepIfRight(candidate, problem.trial(candidate.variant()));
    } catch (CancelledException e) {
      throw e;
    } catch (SkipscopeException e) {
      fail(candidate, e.getMessage());
    }
  }

  private void keepIfRight(Candidate candidate, NodeProblem.Trial trial) {
    boolean isRight = false;
    try {
      trial.run();
      double error = trial.error();
      isRight = error <= TOLERANCE;
      if (isRight) {
        working.add(new Working(candidate, trial));
      } else {
        fail(candidate, String.format(Locale.ROOT, "wrong by %.1e of the largest number", error));
      }
    } finally {
      if (!isRight) {
        trial.close();
      }
    }
  }

  private long usedBytes() {
    return working.stream().mapToLong(each -> each.trial().sizeBytes()).sum();
  }

  private void fail(Candidate candidate, String reason) {
    failures.add(candidate.pick() + ": " + reason);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** The candidates that work, with their times; a device that fails here ends the search. */
  List<Timed> time(CandidateTimer timer) {
    List<Runnable> runs = new ArrayList<>();
    working.forEach(each -> runs.add(each.trial()));
    double[] nanos = timer.medianNanos(runs);
    List<Timed> timed = new ArrayList<>();
    for (int i = 0; i < nanos.length; i++) {
      timed.add(new Timed(working.get(i).candidate(), nanos[i]));
    }
    return timed;
  }

  @Override
  public void close() {
    working.forEach(each -> each.trial().close());
  }
}
