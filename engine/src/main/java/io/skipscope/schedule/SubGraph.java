package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.Role;
import io.skipscope.graph.Value;
import io.skipscope.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts some nodes out of a network, as a network of their own. */
public final class SubGraph {
  private SubGraph() {}

  /**
   * The segments {@code from} (inclusive) to {@code to} (exclusive): it takes the value that
   * crosses before them under its own name and gives the one after them.
   *
   * @return the chain's own graph for all segments
   */
  public static Graph of(Chain chain, int from, int to) {
    return of(chain.graph(), chain.nodes(from, to));
  }

  /**
   * Some nodes: it takes what they read and gives what others read of them, under the same names.
   * Stored numbers are shared.
   *
   * @param nodes names in running order
   * @return the graph itself for all of its nodes
   */
  public static Graph of(Graph whole, List<String> nodes) {
    if (nodes.size() == whole.nodes().size()) {
      return whole;
    }
    GraphBuilder builder = Graph.builder(whole.name()).mode(whole.mode());
    whole.values().values().forEach(builder::putValue);
    whole.factors().forEach(builder::factor);
    nodes.forEach(name -> addNode(builder, whole, whole.node(name)));
    NodeGroup.reads(whole, nodes).forEach(name -> addInput(builder, whole.value(name)));
    builder.outputs(NodeGroup.writes(whole, nodes));
    Set<String> own = new HashSet<>(nodes);
    builder.blocks(whole.blocks().stream().filter(b -> isWithin(whole, b, own)).toList());
    return builder.build();
  }

  private static boolean isWithin(Graph whole, ResidualBlock block, Set<String> nodes) {
    return nodes.containsAll(block.residualNodes())
        && nodes.containsAll(block.shortcutNodes())
        && nodes.contains(whole.producer(block.sum()).name())
        && nodes.contains(whole.producer(block.output()).name());
  }

  private static void addNode(GraphBuilder builder, Graph whole, Node node) {
    builder.node(node);
    for (String read : node.reads()) {
      if (whole.stored().containsKey(read)) {
        builder.store(read, whole.value(read).role(), whole.stored().get(read));
        builder.putValue(whole.value(read));
      }
    }
  }

  /** The value keeps the names under which people know it. */
  private static void addInput(GraphBuilder builder, Value value) {
    Shape shape = value.shape();
    builder.input(value.name(), shape);
    builder.putValue(new Value(value.name(), Role.INPUT, shape).alsoKnownAs(value.sourceNames()));
  }
}
