package io.skipscope.graph.edit;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends a network at one of its values, which becomes the only output; what it does not need is not
 * computed.
 *
 * @param value that a node writes
 */
public record EndAt(String value) implements Edit {
  @Override
  public Graph apply(Graph graph) {
    if (graph.producer(value) == null) {
      throw new GraphException(value, "no node that writes it", "a value that is computed");
    }
    GraphBuilder builder = graph.toBuilder().outputs(List.of(value));
    Set<String> needed = new HashSet<>(Set.of(value));
    List<Node> nodes = graph.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.writes().stream().anyMatch(needed::contains)) {
        needed.addAll(node.reads());
      } else {
        builder.removeNode(node.name());
      }
    }
    return builder.blocks(List.of()).build();
  }
}
