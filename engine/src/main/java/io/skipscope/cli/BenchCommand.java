package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.device.Device;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.measure.Bench;
import io.skipscope.measure.BenchReport;
import io.skipscope.measure.Peer;
import io.skipscope.measure.Workload;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tune.TuningStore;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench}: how fast a model runs, and where the time and the memory go. */
@Command(
    name = "bench",
    description = "Measures latency, speed of each node and memory of a model.")
final class BenchCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private ModelArgument model;
  @Mixin private PlanArguments plan;

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Pictures in one run.")
  private int batch = 1;

  @Option(
      names = "--runs",
      paramLabel = "R",
      converter = PositiveNumber.class,
      description = "How many runs are timed, after a warm-up.")
  private int runs = 50;

  @Option(
      names = "--taps",
      paramLabel = "none|stats|blocks|all",
      description = "What is looked at: nothing, the blocks' statistics, the blocks, every node.")
  private Taps taps = Taps.NONE;

  @Option(
      names = "--batches",
      paramLabel = "N",
      split = ",",
      converter = PositiveNumber.class,
      description = "Also time so many pictures in one run, in turn; several with commas.")
  private List<Integer> batches = List.of();

  @Option(
      names = "--sizes",
      paramLabel = "HxW",
      split = ",",
      converter = Size.Converter.class,
      description = "Also time pictures of these sizes, in turn; several with commas.")
  private List<Size> sizes = List.of();

  @Option(
      names = "--peers",
      description = "Also time ONNX Runtime on the same graph, input and threads, in turn.")
  private boolean peers;

  private enum Taps {
    NONE,
    STATS,
    BLOCKS,
    ALL;

    TapSet of(Graph graph) {
      return switch (this) {
        case NONE -> TapSet.NONE;
        case STATS -> TapSet.blocks(graph).statsOnly();
        case BLOCKS -> TapSet.blocks(graph);
        case ALL -> TapSet.all(graph);
      };
    }
  }

  @Override
  public void run() {
    List<Peer> others = peers ? presentPeers() : List.of();
    try (ProgressBar bar = output.progressBar();
        Device opened = DeviceCatalog.discover().open(device.single())) {
      Job job = new Job(bar);
      Model network = model.open(output, job);
      Graph graph = network.graph();
      PlanOptions options = plan.toPlanOptions().withTuned(TuningStore.usual().load(opened.info()));
      Bench.Settings settings =
          new Bench.Settings(batch, runs, taps.of(graph), options, others, workloads(graph));
      BenchReport report = Bench.run(network.name(), graph, opened, settings, job);
      bar.close();
      report.fallbacks().forEach(output::note);
      output.result(report, BenchText.of(report));
    }
  }

  private List<Workload> workloads(Graph graph) {
    Shape input = graph.shape(graph.inputs().get(0));
    return Stream.concat(
            batches.stream().map(n -> new Workload(n, input.height(), input.width())),
            sizes.stream().map(size -> new Workload(batch, size.height(), size.width())))
        .toList();
  }

  private static List<Peer> presentPeers() {
    List<Peer> found = Peer.all();
    if (found.isEmpty()) {
      throw new InputException(
          "--peers", "no other engine on the class path", "a start through ./skipscope");
    }
    return found;
  }
}
