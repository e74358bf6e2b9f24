package io.skipscope.op;

import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One node with all that it reads.
 *
 * @param inputs every value in {@code node.reads()}, by name
 * @param factors every factor that the node names
 * @param stored which inputs the graph would hold, so that variants may pack them
 */
public record OperatorCase(
    Node node, Map<String, Tensor> inputs, Map<String, Float> factors, Set<String> stored) {
  /** How many inputs come before the weights, for operators that have weights. */
  private static final Map<String, Integer> MAPS =
      Map.of("Conv", 1, "ConvChain", 2, "ExpandDepthwise", 1, "Gemm", 1, "BatchNorm", 1);

  /** A case that stores what networks store: the bias, and weights behind the first input. */
  public OperatorCase(Node node, Map<String, Tensor> inputs, Map<String, Float> factors) {
    this(node, inputs, factors, parameters(node));
  }

  public OperatorCase(Node node, Map<String, Tensor> inputs) {
    this(node, inputs, Map.of());
  }

  /** The same case with further inputs that the graph would hold. */
  public OperatorCase withStored(Set<String> more) {
    Set<String> all = new HashSet<>(stored);
    all.addAll(more);
    return new OperatorCase(node, inputs, factors, all);
  }

  /** The node's context, with the shapes of its outputs inferred. */
  public NodeContext context() {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    NodeContext inputsOnly = new NodeContext(node, shapes::get);
    List<Shape> outputs = Operators.get(node.op()).inferShapes(inputsOnly);
    for (int i = 0; i < outputs.size(); i++) {
      shapes.put(node.outputs().get(i), outputs.get(i));
    }
    node.epilogue().stores().forEach(store -> shapes.put(store.value(), outputs.get(0)));
    return new NodeContext(node, shapes::get, stored::contains);
  }

  /** The shape of a value that the node writes. */
  public Shape outputShape(String value) {
    return context().shapes().apply(value);
  }

  private static Set<String> parameters(Node node) {
    Set<String> parameters = new HashSet<>();
    int maps = MAPS.getOrDefault(node.op(), node.inputs().size());
    parameters.addAll(node.inputs().subList(maps, node.inputs().size()));
    parameters.removeAll(node.inputs().subList(0, maps));
    if (node.epilogue().bias() != null) {
      parameters.add(node.epilogue().bias());
    }
    return parameters;
  }
}
