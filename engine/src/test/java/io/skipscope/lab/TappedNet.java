package io.skipscope.lab;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A network on the plain Java device, and what it computes for an input. */
final class TappedNet implements AutoCloseable {
  private static final String INPUT = "input";

  private final Graph graph;
  private final Device device = TestDevices.open(TestDevices.JAVA);
  private final Runner runner;

  TappedNet(Graph graph) {
    this.graph = Passes.prepare(graph);
    runner = new Runner(device, this.graph, PlanOptions.DEFAULT);
  }

  Graph graph() {
    return graph;
  }

  Shape inputShape() {
    return graph.shape(INPUT);
  }

  /** All values that nodes write, and the input, by name. */
  Map<String, Tensor> run(Tensor input) {
    return run(input, graph.nodes().stream().map(node -> node.output()).toList());
  }

  Map<String, Tensor> run(Tensor input, List<String> values) {
    TapSet taps =
        new TapSet(values.stream().map(value -> new TapPoint(value, value, false)).toList());
    RunResult result = runner.run(Map.of(INPUT, input), taps, Map.of(), Job.unwatched());
    Map<String, Tensor> numbers = new HashMap<>(Map.of(INPUT, input));
    result.taps().forEach(frame -> numbers.put(frame.name(), frame.tensor()));
    return numbers;
  }

  /** Any number of any value that a node writes. */
  NumberPlace anyPlace(Random random) {
    String value = graph.nodes().get(random.nextInt(graph.nodes().size())).output();
    Shape shape = graph.shape(value);
    return new NumberPlace(
        value,
        random.nextInt(shape.extent(1)),
        shape.rank() == 4 ? random.nextInt(shape.height()) : 0,
        shape.rank() == 4 ? random.nextInt(shape.width()) : 0);
  }

  @Override
  public void close() {
    runner.close();
    device.close();
  }
}
