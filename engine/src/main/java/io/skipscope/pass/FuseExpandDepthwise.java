package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.op.conv.ExpandDepthwise;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one node of the expanding and the depthwise convolution of an inverted residual block,
 * where there is a kernel for it, so that the expanded map makes no way to memory and back.
 *
 * <p>A pair between which a value is tapped, or read by others, stays as it is.
 */
public final class FuseExpandDepthwise implements Pass {
  private final KernelChoice choice;

  public FuseExpandDepthwise(KernelChoice choice) {
    this.choice = choice;
  }

  @Override
  public String name() {
    return "fuse expand and depthwise";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    Graph current = graph;
    for (Node node : graph.nodes()) {
      current = fuse(current, node, pinned);
    }
    return current;
  }

  private Graph fuse(Graph graph, Node depthwise, Set<String> pinned) {
    Node expand = depthwise.inputs().isEmpty() ? null : graph.producer(depthwise.input(0));
    if (expand == null
        || !expand.writes().equals(List.of(depthwise.input(0)))
        || pinned.contains(expand.output())
        || graph.consumers(expand.output()).size() > 1) {
      return graph;
    }
    Optional<Node> fused =
        ExpandDepthwise.of(NodeContext.of(graph, expand), NodeContext.of(graph, depthwise));
    if (fused.isEmpty() || !choice.isOptimised(NodeContext.of(graph, fused.get()))) {
      return graph;
    }
    GraphBuilder builder = graph.toBuilder().removeNode(expand.name());
    builder.node(fused.get());
    return builder.build();
  }
}
