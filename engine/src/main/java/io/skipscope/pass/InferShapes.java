package io.skipscope.pass;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.graph.Value;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every value its shape, from the inputs' shapes forward, and every node the attributes that
 * follow them.
 */
public final class InferShapes implements Pass {
  @Override
  public String name() {
    return "infer shapes";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    return withInputs(graph, Map.of());
  }

  /**
   * The graph for other input shapes, such as another batch or image size.
   *
   * @param inputs new shapes by input name; inputs that are not named keep theirs
   * @throws GraphException naming the first node whose inputs do not fit
   */
  public static Graph withInputs(Graph graph, Map<String, Shape> inputs) {
    Map<String, Shape> shapes = new HashMap<>();
    for (Value value : graph.values().values()) {
      if (value.role().isStored()) {
        shapes.put(value.name(), graph.stored().get(value.name()).shape());
      } else if (value.role() == Role.INPUT) {
        shapes.put(value.name(), inputs.getOrDefault(value.name(), value.shape()));
      }
    }
    GraphBuilder builder = graph.toBuilder();
    for (Node node : graph.nodes()) {
      Node shaped = node.forShapes(shapes::get);
      inferNode(shaped, shapes);
      builder.node(shaped);
    }
    shapes.forEach((name, shape) -> builder.putValue(graph.value(name).withShape(shape)));
    return builder.build();
  }

  private static void inferNode(Node node, Map<String, Shape> shapes) {
    List<Shape> outputs = Operators.get(node.op()).inferShapes(new NodeContext(node, shapes::get));
    for (int i = 0; i < outputs.size(); i++) {
      shapes.put(node.outputs().get(i), outputs.get(i));
    }
    Shape result = outputs.get(0);
    String residual = node.epilogue().residual();
    if (residual != null && !result.equals(shapes.get(residual))) {
      throw new GraphException(node.name(), "residual " + shapes.get(residual), result.toString());
    }
    node.epilogue().stores().forEach(store -> shapes.put(store.value(), result));
  }
}
