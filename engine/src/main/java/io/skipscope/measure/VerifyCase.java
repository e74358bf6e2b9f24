package io.skipscope.measure;

import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.StoredNumbers;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One node with all that it reads.
 *
 * @param description in a few words, such as {@code 3x3, stride 2}
 * @param inputs every value in {@code node.reads()}, by name
 * @param factors every factor that the node names
 */
record VerifyCase(
    String description, Node node, Map<String, Tensor> inputs, Map<String, Float> factors) {
  /** How many inputs come before weights and the like, for operators that have these. */
  private static final Map<String, Integer> MAPS =
      Map.of("BatchNorm", 1, "Conv", 1, "ConvChain", 2, "ExpandDepthwise", 1, "Gemm", 1);

  /** The node's context, with the shapes of what it writes. */
  NodeContext context() {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    List<Shape> outputs = Operators.get(node.op()).inferShapes(new NodeContext(node, shapes::get));
    for (int i = 0; i < outputs.size(); i++) {
      shapes.put(node.outputs().get(i), outputs.get(i));
    }
    node.epilogue().stores().forEach(store -> shapes.put(store.value(), outputs.get(0)));
    return new NodeContext(node, shapes::get, this::isStored);
  }

  /** The same node on numbers that can be stored in a type as they are. */
  VerifyCase rounded(DataType type) {
    Map<String, Tensor> others = new HashMap<>();
    inputs.forEach((name, tensor) -> others.put(name, StoredNumbers.rounded(tensor, type)));
    return new VerifyCase(description, node, others, factors);
  }

  private boolean isStored(String value) {
    return value.equals(node.epilogue().bias())
        || node.inputs().indexOf(value) >= MAPS.getOrDefault(node.op(), node.inputs().size());
  }
}
