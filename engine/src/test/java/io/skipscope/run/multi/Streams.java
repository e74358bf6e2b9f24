package io.skipscope.run.multi;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A small network, frames that differ, and what a single device makes of them. */
final class Streams {
  private Streams() {}

  static Graph net(String name, int size) {
    return net(Zoo.architecture(name), size);
  }

  static Graph net(Architecture architecture, int size) {
    return Passes.prepare(
        architecture.build(HeInitialisation.withRandomBatchNorm(5), 10, size, size));
  }

  static Tensor frame(Graph graph, int index) {
    Tensor tensor = Tensor.zeros(graph.shape(graph.inputs().get(0)));
    Random random = new Random(index);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }

  /** A runner whose measurements are kept in a folder. */
  static ScheduledRunner runner(Graph graph, Function<String, Device> opener, Path folder) {
    return runner(graph, opener, parts -> Optional.empty(), folder);
  }

  /**
   * Likewise.
   *
   * @param teams the team of some parts of a device
   */
  static ScheduledRunner runner(
      Graph graph,
      Function<String, Device> opener,
      Function<List<String>, Optional<DeviceInfo>> teams,
      Path folder) {
    List<String> problems = new ArrayList<>();
    CostStore store = new CostStore(folder.resolve("costs.json"), problems::add);
    return new ScheduledRunner(graph, opener, teams, info -> PlanOptions.DEFAULT, store);
  }

  /** The outputs of frames 0 to {@code frames} - 1. */
  static List<Tensor> onOneDevice(Graph graph, Device device, int frames) {
    String name = graph.inputs().get(0);
    try (Runner runner = new Runner(device, graph, PlanOptions.DEFAULT)) {
      return IntStream.range(0, frames)
          .mapToObj(index -> Map.of(name, frame(graph, index)))
          .map(inputs -> runner.run(inputs, TapSet.NONE, Map.of(), Job.unwatched()).output())
          .toList();
    }
  }

  static List<Tensor> outputs(StreamResult result) {
    return result.outputs().stream().map(values -> values.values().iterator().next()).toList();
  }
}
