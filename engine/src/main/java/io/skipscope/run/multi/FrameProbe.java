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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

  /** Each node's median of some runs, as a share of them all. */
  Map<String, Double> shares(DeviceWorker worker) {
    Runner runner = worker.runner(workload());
    Map<String, double[]> nanos = new LinkedHashMap<>();
    for (int run = 0; run < TIMED_RUNS; run++) {
      addNanos(runner.runTimed(inputs, TapSet.NONE, Map.of(), job).report(), nanos, run);
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    nanos.forEach((node, ofRuns) -> shares.put(node, Median.of(ofRuns)));
    double total = Math.max(1, shares.values().stream().mapToDouble(Double::doubleValue).sum());
    shares.replaceAll((node, median) -> median / total);
    return shares;
  }

  private void addNanos(RunReport report, Map<String, double[]> nanos, int run) {
    Map<String, Integer> segmentOf = chain.segmentOfNode();
    List<String> owners = chain.nodes(0, 1).subList(0, 1);
    for (NodeTime time : report.nodes()) {
      owners =
          segmentOf.containsKey(time.node())
              ? List.of(time.node())
              : blockEnds(ConvChain.ends(time.node()), segmentOf, owners);
      for (String owner : owners) {
        double[] ofOwner = nanos.computeIfAbsent(owner, first -> new double[TIMED_RUNS]);
        ofOwner[run] += (double) time.nanos() / owners.size();
      }
    }
  }

  /**
   * Nodes that passes have added count as the node before them. One that stands for several blocks
   * gives each of them the same, because they have about as much to compute: to its last node, of
   * which no branch has a part.
   */
  private List<String> blockEnds(
      List<String> ends, Map<String, Integer> segmentOf, List<String> before) {
    Integer first = segmentOf.get(ends.get(0));
    Integer last = segmentOf.get(ends.get(1));
    return first == null || last == null
        ? before.subList(before.size() - 1, before.size())
        : IntStream.rangeClosed(first, last)
            .mapToObj(segment -> chain.segments().get(segment).nodes())
            .map(nodes -> nodes.get(nodes.size() - 1))
            .toList();
  }
}
