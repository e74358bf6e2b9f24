package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.op.conv.ConvChain;
import io.skipscope.run.HostMemory;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunReport;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Measures frames of a whole network on one device. On the device's thread. */
final class FrameProbe {
  private static final int TIMED_RUNS = 3;
  private static final double QUICK_MILLIS = 25;
  private static final int MOST_QUICK_RUNS = 50;
  private static final int MOST_FRAMES_OF_LARGE = 8;
  private static final long LARGE_STREAM_NANOS = 1_000_000_000;
  private static final long SMALL_STREAM_NANOS = 50_000_000;
  private static final long WARM_UP_NANOS = 1_000_000_000;
  private static final int MOST_WARM_UP_RUNS = 200;

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

  /** Likewise, from a few; from more of a small network. */
  double quickMillis(DeviceWorker worker) {
    double guess = CopyProbe.medianMillis(TIMED_RUNS, () -> run(worker));
    int more = (int) Math.min(MOST_QUICK_RUNS, QUICK_MILLIS / Math.max(guess, 1e-3));
    return more <= TIMED_RUNS ? guess : CopyProbe.medianMillis(more, () -> run(worker));
  }

  /**
   * A stream of two frames or more.
   *
   * @param orderedNanos when it was ordered, of {@link System#nanoTime}; its start counts from then
   */
  StreamTimes stream(DeviceWorker worker, long orderedNanos) {
    List<Long> times = times(worker, orderedNanos);
    int others = times.size() - 2;
    double firstMillis = (times.get(1) - times.get(0)) / 1e6;
    double frameMillis = (times.get(others + 1) - times.get(1)) / 1e6 / others;
    return new StreamTimes(Math.max(0, firstMillis - frameMillis), frameMillis);
  }

  /** When a stream was ordered, and when each of its frames had come out. */
  private List<Long> times(DeviceWorker worker, long orderedNanos) {
    List<Long> times = new ArrayList<>(List.of(orderedNanos));
    try (PartFrames frames = partFrames(worker)) {
      boolean more = true;
      for (int begun = 0; more || !frames.isEmpty(); ) {
        if (more && frames.hasRoom()) {
          frames.begin(new Frame(begun++, inputs, times.get(0)));
          more = begun < 2 || System.nanoTime() - times.get(0) < enoughNanos(begun);
        } else {
          frames.end();
          times.add(System.nanoTime());
        }
      }
    }
    return times;
  }

  /** Long enough for many frames of a small network, and for some of a large one. */
  private static long enoughNanos(int frames) {
    return frames < MOST_FRAMES_OF_LARGE ? LARGE_STREAM_NANOS : SMALL_STREAM_NANOS;
  }

  private PartFrames partFrames(DeviceWorker worker) {
    Part all = new Part(worker.id(), 0, chain.size(), 1, 0);
    return new PartFrames(
        all, "measuring", worker.runner(workload()), HostMemory.FRESH, span -> {}, job);
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

  /**
   * Nodes that passes have added belong to the segment of the node before them. One that stands for
   * several blocks gives each of them the same: they have about as much to compute.
   */
  private void addNanos(RunReport report, double[][] nanos, int run) {
    Map<String, Integer> segmentOf = chain.segmentOfNode();
    int last = 0;
    for (NodeTime node : report.nodes()) {
      List<String> ends = ConvChain.ends(node.node());
      int first = segmentOf.getOrDefault(ends.get(0), last);
      last = segmentOf.getOrDefault(ends.get(1), first);
      for (int segment = first; segment <= last; segment++) {
        nanos[segment][run] += (double) node.nanos() / (last - first + 1);
      }
    }
  }
}
