package io.skipscope.run.multi;

import io.skipscope.graph.Graph;
import io.skipscope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a network is fed with for one frame: a tensor for its first input, zeros for others. */
final class FrameInputs {
  private FrameInputs() {}

  static Map<String, Tensor> of(Graph graph, Tensor first) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put(graph.inputs().get(0), first);
    graph.inputs().stream()
        .skip(1)
        .forEach(name -> inputs.put(name, Tensor.zeros(graph.shape(name))));
    return inputs;
  }
}
