package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunReport;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.CopyCost;
import io.skipscope.schedule.DeviceCost;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/** Measures what a network costs on each of several devices, alone and all at once. */
final class CostProbe {
  private static final int TIMED_RUNS = 5;
  private static final int TOGETHER_RUNS = 7;

  private final Chain chain;
  private final Map<String, Tensor> inputs;
  private final Job job;

  /**
   * @param input of the graph's first input; others are fed with zeros
   */
  CostProbe(Chain chain, Tensor input, Job job) {
    this.chain = chain;
    this.job = job;
    inputs = FrameInputs.of(chain.graph(), input);
  }

  /** What was measured of a device while the others rested. */
  private record Alone(double millis, List<Double> shares, CopyCost upload, CopyCost download) {}

  /**
   * One entry a device, in their order; afterwards each has the whole network loaded.
   *
   * @throws DeviceLost if one refuses
   */
  List<DeviceCost> measure(Collection<DeviceWorker> workers) {
    List<Alone> alone = new ArrayList<>();
    for (DeviceWorker worker : workers) {
      job.progress("Measuring devices", alone.size(), workers.size());
      worker.load(List.of(Workload.of(chain.graph())), job);
      alone.add(worker.call(() -> alone(worker)));
    }
    List<Double> together = together(workers, alone);
    List<DeviceCost> costs = new ArrayList<>();
    for (DeviceWorker worker : workers) {
      Alone own = alone.get(costs.size());
      double togetherMillis = together.get(costs.size());
      costs.add(
          new DeviceCost(
              worker.id(), own.millis, togetherMillis, own.shares, own.upload, own.download));
    }
    return costs;
  }

  private Alone alone(DeviceWorker worker) {
    double millis = CopyProbe.medianMillis(() -> run(worker.runner()));
    return new Alone(
        millis,
        shares(worker.runner()),
        CopyProbe.upload(worker.device()),
        CopyProbe.download(worker.device()));
  }

  private void run(Runner runner) {
    runner.run(inputs, TapSet.NONE, Map.of(), job);
  }

  /** Each segment's median of some runs, as a share of them all. */
  private List<Double> shares(Runner runner) {
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

  /** Each runs frames until the slowest has run enough of them beside all others. */
  private List<Double> together(Collection<DeviceWorker> workers, List<Alone> alone) {
    if (workers.size() == 1) {
      return List.of(alone.get(0).millis);
    }
    CountDownLatch ready = new CountDownLatch(workers.size());
    CountDownLatch busy = new CountDownLatch(workers.size());
    Map<DeviceWorker, Future<Double>> runs = new HashMap<>();
    for (DeviceWorker worker : workers) {
      runs.put(worker, worker.submit(() -> frameMillis(worker.runner(), ready, busy)));
    }
    return workers.stream().map(worker -> worker.result(runs.get(worker))).toList();
  }

  private double frameMillis(Runner runner, CountDownLatch ready, CountDownLatch busy)
      throws InterruptedException {
    double[] millis = new double[TOGETHER_RUNS];
    ready.countDown();
    ready.await();
    try {
      for (int frame = 0; frame < TOGETHER_RUNS; frame++) {
        long start = System.nanoTime();
        run(runner);
        millis[frame] = (System.nanoTime() - start) / 1e6;
      }
    } finally {
      busy.countDown();
    }
    while (busy.getCount() > 0) {
      run(runner);
    }
    return Median.of(millis);
  }
}
