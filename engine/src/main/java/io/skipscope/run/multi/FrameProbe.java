package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunReport;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
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

  /** What {@link #run} needs on a device. */
  Workload workload() {
    return Workload.of(chain);
  }

  void run(DeviceWorker worker) {
    worker.runner(workload()).run(inputs, TapSet.NONE, Map.of(), job);
  }

  /** Until Java has compiled what each frame needs; it takes cores from the devices meanwhile. */
  void warmUp(DeviceWorker worker) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (int run = 0; run < MOST_WARM_UP_RUNS && System.nanoTime() < end; run++) {
      run(worker);
    }
  }

  /** What a frame takes now. */
  double millis(DeviceWorker worker) {
    return CopyProbe.medianMillis(() -> run(worker));
  }

  /** Likewise, from a few. */
  double quickMillis(DeviceWorker worker) {
    return CopyProbe.medianMillis(TIMED_RUNS, () -> run(worker));
  }

  /** The mean of a stream, from its start. */
  double meanMillis(DeviceWorker worker) {
    long start = System.nanoTime();
    int count = 0;
    do {
      run(worker);
      count++;
    } while (count < MOST_STREAM_FRAMES && System.nanoTime() - start < STREAM_NANOS);
    return (System.nanoTime() - start) / 1e6 / count;
  }

  /** A stream of two frames or more. */
  StreamTimes stream(DeviceWorker worker) {
    long start = System.nanoTime();
    run(worker);
    long second = System.nanoTime();
    int others = 0;
    do {
      run(worker);
      others++;
    } while (others < MOST_STREAM_FRAMES && System.nanoTime() - start < STREAM_NANOS);
    double frameMillis = (System.nanoTime() - second) / 1e6 / others;
    return new StreamTimes(Math.max(0, (second - start) / 1e6 - frameMillis), frameMillis);
  }

  /** Each segment's median of some runs, as a share of them all. */
  List<Double> shares(DeviceWorker worker) {
    Runner runner = worker.runner(workload());
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
