package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunReport;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.FrameCost;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Measures frames of a whole network on one device. On the device's thread. */
final class FrameProbe {
  private static final int TIMED_RUNS = 3;
  private static final int MOST_STREAM_FRAMES = 8;
  private static final long STREAM_NANOS = 1_000_000_000;
  private static final long WARM_UP_NANOS = 1_000_000_000;
  private static final int MOST_WARM_UP_RUNS = 20;

  private final Chain chain;
  private final Map<String, Tensor> inputs;
  private final Job job;

  /**
   * @param inputs by name
   */
  FrameProbe(Chain chain, Map<String, Tensor> inputs, Job job) {
    this.chain = chain;
    this.inputs = inputs;
    this.job = job;
  }

  void run(Runner runner) {
    runner.run(inputs, TapSet.NONE, Map.of(), job);
  }

  /** Until Java has compiled what each frame needs; it takes cores from the devices meanwhile. */
  void warmUp(Runner runner) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (int run = 0; run < MOST_WARM_UP_RUNS && System.nanoTime() < end; run++) {
      run(runner);
    }
  }

  /** What a frame takes now. */
  FrameCost frame(Runner runner) {
    return new FrameCost(CopyProbe.medianMillis(() -> run(runner)), shares(runner));
  }

  /** A stream of two frames or more. */
  StreamTimes stream(Runner runner) {
    long start = System.nanoTime();
    run(runner);
    long second = System.nanoTime();
    int others = 0;
    do {
      run(runner);
      others++;
    } while (others < MOST_STREAM_FRAMES && System.nanoTime() - start < STREAM_NANOS);
    double frameMillis = (System.nanoTime() - second) / 1e6 / others;
    return new StreamTimes(Math.max(0, (second - start) / 1e6 - frameMillis), frameMillis);
  }

  /** Each segment's median of some runs, as a share of them all. */
  List<Double> shares(Runner runner) {
    double[][] nanos = new double[chain.size()][TIMED_RUNS];
    for (int run = 0; run < TIMED_RUNS; run++) {
      addNanos(runner.runTimed(inputs, TapSet.NONE, Map.of(), job).report(), nanos, run);
    }
    double[] medians = Arrays.stream(nanos).mapToDouble(Median::of).toArray();
    double total = Math.max(1, Arrays.stream(medians).sum());
    return Arrays.stream(medians).mapToObj(median -> median / total).toList();
  }

  /** Nodes that passes have added belong to the segment of the node before them. */
  private void addNanos(RunReport report, double[][] nanos, int run) {
    Map<String, Integer> segmentOf = chain.segmentOfNode();
    int segment = 0;
    for (NodeTime node : report.nodes()) {
      segment = segmentOf.getOrDefault(node.node(), segment);
      nanos[segment][run] += node.nanos();
    }
  }
}
