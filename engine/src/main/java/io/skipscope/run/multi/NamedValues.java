package io.skipscope.run.multi;

import io.skipscope.graph.Graph;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Any values cross between stages, each computed by one device. */
final class NamedValues implements StageValues {
  private final Graph graph;
  private final Map<String, Tensor> numbers;
  private final Map<String, String> makers = new ConcurrentHashMap<>();

  /**
   * @param input the network's first
   */
  NamedValues(Graph graph, Tensor input) {
    this.graph = graph;
    numbers = new ConcurrentHashMap<>(FrameInputs.of(graph, input));
  }

  @Override
  public Map<String, Tensor> inputs(Stages.Step step, Graph network) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    network.inputs().forEach(name -> inputs.put(name, numbers.get(name)));
    return inputs;
  }

  @Override
  public long bytesFromOthers(Stages.Step step, Graph network) {
    String device = step.part().device();
    return network.inputs().stream()
        .filter(name -> !makers.getOrDefault(name, device).equals(device))
        .mapToLong(name -> numbers.get(name).shape().elementCount())
        .map(count -> count * DataType.FLOAT32.sizeBytes())
        .sum();
  }

  @Override
  public void put(Stages.Step step, Map<String, Tensor> outputs) {
    numbers.putAll(outputs);
    outputs.keySet().forEach(name -> makers.put(name, step.part().device()));
  }

  @Override
  public Map<String, Tensor> outputs() {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    graph.outputs().forEach(name -> outputs.put(name, numbers.get(name)));
    return outputs;
  }
}
