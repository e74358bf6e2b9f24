package io.skipscope.load.onnx;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Runs a graph as it is, neither folded nor fused. */
final class GraphRun {
  private static final PlanOptions PLAIN = new PlanOptions(new Passes.Options(false, false), null);

  private GraphRun() {}

  /** The graph's outputs in order, computed by the plain Java device. */
  static List<Tensor> outputs(Graph graph, Map<String, Tensor> inputs) {
    try (Device device = new JavaDevice()) {
      return outputs(device, graph, inputs);
    }
  }

  static List<Tensor> outputs(Device device, Graph graph, Map<String, Tensor> inputs) {
    try (Runner runner = new Runner(device, Passes.prepare(graph), PLAIN)) {
      Map<String, Tensor> results =
          runner.run(inputs, TapSet.NONE, Map.of(), Job.unwatched()).outputs();
      return graph.outputs().stream().map(results::get).toList();
    }
  }
}
