package io.skipscope.load.onnx;

import io.skipscope.device.HostTask;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Runs a graph node by node through the operators' plain Java references, keeping all values. */
final class GraphRun implements HostTask.Memory {
  private final Graph graph;
  private final Map<String, float[]> arrays = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  private GraphRun(Graph graph) {
    this.graph = graph;
  }

  /** The values of the graph's outputs, in order. */
  static List<Tensor> outputs(Graph graph, Map<String, Tensor> inputs) {
    Map<String, Tensor> all = values(graph, inputs);
    return graph.outputs().stream().map(all::get).toList();
  }

  /** Every value, by name; shapes follow those of {@code inputs}. */
  static Map<String, Tensor> values(Graph graph, Map<String, Tensor> inputs) {
    GraphRun run = new GraphRun(graph);
    graph.stored().forEach(run::put);
    inputs.forEach(run::put);
    graph.nodes().forEach(run::compute);
    Map<String, Tensor> values = new HashMap<>();
    run.arrays.forEach((name, data) -> values.put(name, new Tensor(run.shapes.get(name), data)));
    return values;
  }

  /** The same graph for an input of another shape. */
  static Graph resized(Graph graph, Shape shape) {
    GraphBuilder builder = graph.toBuilder();
    builder.input(graph.inputs().get(0), shape);
    return builder.build();
  }

  private void put(String name, Tensor tensor) {
    shapes.put(name, tensor.shape());
    arrays.put(name, tensor.data());
  }

  private void compute(Node node) {
    NodeContext context = new NodeContext(node, shapes::get);
    put(node.output(), Tensor.zeros(Operators.get(node.op()).inferShapes(context).get(0)));
    node.epilogue()
        .stores()
        .forEach(store -> put(store.value(), Tensor.zeros(shapes.get(node.output()))));
    Operators.get(node.op()).reference(context).run(this);
  }

  @Override
  public float[] array(String value) {
    return arrays.get(value);
  }

  @Override
  public float factor(String name) {
    return name == null ? 1 : graph.factors().get(name);
  }

  @Override
  public void parallelFor(int count, IntConsumer body) {
    for (int i = 0; i < count; i++) {
      body.accept(i);
    }
  }
}
