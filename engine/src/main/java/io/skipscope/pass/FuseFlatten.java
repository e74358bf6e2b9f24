package io.skipscope.pass;

import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.op.pool.ReduceAttributes;
import io.skipscope.tensor.Shape;
import java.util.Set;

/**
 * Lets a global average write its means as [N, C] at once, where they are only asked for without
 * the axes of maps: flattening them is a launch that moves no number.
 *
 * <p>Means that are tapped, or read by others, stay as they are.
 */
public final class FuseFlatten implements Pass {
  private static final ReduceAttributes OVER_MAPS = new ReduceAttributes(2, 3, false);

  private final KernelChoice choice;

  public FuseFlatten(KernelChoice choice) {
    this.choice = choice;
  }

  @Override
  public String name() {
    return "fuse flatten";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    Graph current = graph;
    for (Node node : graph.nodes()) {
      if (flattensMeans(graph, node) && !pinned.contains(node.input(0))) {
        current = fuse(current, node);
      }
    }
    return current;
  }

  private static boolean flattensMeans(Graph graph, Node flatten) {
    if (!flatten.op().equals("Reshape")) {
      return false;
    }
    Node average = graph.producer(flatten.input(0));
    Shape means = graph.shape(flatten.input(0));
    return average != null
        && average.op().equals("GlobalAveragePool")
        && average.epilogue().equals(Epilogue.NONE)
        && flatten.epilogue().equals(Epilogue.NONE)
        && graph.consumers(average.output()).size() == 1
        && graph.shape(flatten.output()).equals(Shape.of(means.batch(), means.channels()));
  }

  private Graph fuse(Graph graph, Node flatten) {
    Node average = graph.producer(flatten.input(0));
    Node fused =
        new Node(average.name(), "ReduceMean", average.inputs(), flatten.output(), OVER_MAPS);
    GraphBuilder builder = graph.toBuilder().removeNode(average.name()).removeNode(flatten.name());
    builder.node(fused);
    Graph result = builder.build();
    return choice.isOptimised(NodeContext.of(result, fused)) ? result : graph;
  }
}
