package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Precision;
import io.skipscope.run.DeviceSpeed;
import io.skipscope.run.RunReport;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Times a network on a device; in turn with it other engines, other batches and sizes, and the same
 * without taps, where there are some.
 */
public final class Bench {
  /**
   * What is measured.
   *
   * @param batch pictures in one run
   * @param runs timed ones, after a warm-up
   * @param peers timed once after each of our runs
   * @param workloads other batches and sizes, likewise, without taps
   */
  public record Settings(
      int batch,
      int runs,
      TapSet taps,
      PlanOptions plan,
      List<Peer> peers,
      List<Workload> workloads) {}

  private final String model;
  private final Graph graph;
  private final Device device;
  private final Settings settings;
  private final List<RunReport> reports = new ArrayList<>();
  private RunResult last;

  private Bench(String model, Graph graph, Device device, Settings settings) {
    this.model = model;
    this.graph = graph;
    this.device = device;
    this.settings = settings;
  }

  /**
   * Measures the device, warms up and times whole runs: from handing over the input to holding the
   * outputs, and having the taps in NCHW in memory of the host, which each run gives back before
   * the next.
   *
   * @param graph prepared, with one input of rank 4
   * @param device used by this thread alone until the end
   * @throws io.skipscope.error.SkipscopeException if the device or a peer refuses
   */
  public static BenchReport run(
      String model, Graph graph, Device device, Settings settings, Job job) {
    return new Bench(model, graph, device, settings).measure(job);
  }

  private BenchReport measure(Job job) {
    job.progress("Measuring the device", 0, 0);
    // Twice: another program, or Java's compiler at work, makes a device look slow for a while.
    DeviceSpeed speed = DeviceSpeed.measure(device);
    Tensor noise = Noise.of(graph, settings.batch());
    Map<String, Tensor> inputs = Map.of(graph.inputs().get(0), noise);
    int threads = device.info().computeUnits();
    // One for each workload, and one without taps.
    int plans = settings.workloads().size() + 2;
    try (Runner runner = new Runner(device, graph, settings.plan(), plans);
        PeerTurns peers = new PeerTurns(settings.peers(), graph, noise, threads)) {
      Plan plan = runner.plan(inputs, settings.taps(), job);
      List<Runnable> engines = new ArrayList<>();
      engines.add(() -> runOnce(runner, inputs, job));
      engines.addAll(peers.runs());
      for (Workload workload : settings.workloads()) {
        Map<String, Tensor> others = Map.of(graph.inputs().get(0), Noise.of(graph, workload));
        engines.add(() -> runner.run(others, TapSet.NONE, Map.of(), job));
      }
      if (isTapped()) {
        engines.add(() -> runner.run(inputs, TapSet.NONE, Map.of(), job));
      }
      Turns.warmUp(engines, job);
      List<Latencies> times = Turns.time(engines, settings.runs(), job);
      timeNodes(runner, inputs, job);
      speed = speed.orFaster(DeviceSpeed.measure(device));
      return report(plan, speed, times, peers.results(times, last.outputs()), job);
    }
  }

  private void runOnce(Runner runner, Map<String, Tensor> inputs, Job job) {
    if (last != null) {
      last.close();
    }
    last = runner.run(inputs, settings.taps(), Map.of(), job);
  }

  /** Apart from the others, because taking the time of every launch takes time itself. */
  private void timeNodes(Runner runner, Map<String, Tensor> inputs, Job job) {
    for (int run = 0; run < settings.runs(); run++) {
      try (RunResult timed = runner.runTimed(inputs, settings.taps(), Map.of(), job)) {
        reports.add(timed.report());
      }
    }
  }

  private boolean isTapped() {
    return !settings.taps().points().isEmpty();
  }

  private List<BenchReport.WorkloadResult> workloads(List<Latencies> times) {
    Workload own = Workload.of(Noise.of(graph, settings.batch()).shape());
    double ownMillis = isTapped() ? untapped(times).medianMillis() : times.get(0).medianMillis();
    List<BenchReport.WorkloadResult> results = new ArrayList<>();
    int first = 1 + settings.peers().size();
    for (Workload other : settings.workloads()) {
      double millis = times.get(first + results.size()).medianMillis();
      double ratio = millis / other.pixels() / (ownMillis / own.pixels());
      results.add(
          new BenchReport.WorkloadResult(
              other.batch(), other.height(), other.width(), millis, ratio));
    }
    return results;
  }

  private BenchReport.Untapped untapped(List<Latencies> times) {
    double tappedMillis = times.get(0).medianMillis();
    double untappedMillis = times.get(times.size() - 1).medianMillis();
    return new BenchReport.Untapped(untappedMillis, tappedMillis / untappedMillis);
  }

  private BenchReport report(
      Plan plan,
      DeviceSpeed speed,
      List<Latencies> times,
      List<BenchReport.PeerResult> peers,
      Job job) {
    RunReport run = last.report();
    Latencies ours = times.get(0);
    return new BenchReport(
        model,
        device.info().id(),
        settings.batch(),
        settings.runs(),
        device.info().computeUnits(),
        ours.minMillis(),
        ours.medianMillis(),
        ours.p95Millis(),
        PlannedKernels.compiledCount(plan),
        plan.tunedNodes() > 0 ? "tuned" : "defaults",
        run.activationBytes() + run.parameterBytes(),
        run.parameterBytes(),
        plan.devices().get(0).memory().largestLiveBytes(),
        speed.peakGflops(),
        speed.copyGbps(),
        NodeSpeeds.of(plan.graph(), reports, speed),
        isTapped() ? untapped(times) : null,
        peers,
        workloads(times),
        precisionLoss(job),
        plan.fallbacks());
  }

  /** Null in float. */
  private PrecisionLoss precisionLoss(Job job) {
    if (settings.plan().precision() == Precision.FLOAT) {
      return null;
    }
    PlanOptions inFloat = settings.plan().withPrecision(Precision.FLOAT);
    Map<String, Tensor> inputs = Map.of(graph.inputs().get(0), Noise.of(graph, settings.batch()));
    try (Runner runner = new Runner(device, graph, inFloat)) {
      Tensor exact = runner.run(inputs, TapSet.NONE, Map.of(), job).output();
      return PrecisionLoss.of(exact, last.output());
    }
  }
}
