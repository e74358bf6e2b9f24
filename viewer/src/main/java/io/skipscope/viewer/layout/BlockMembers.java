package io.skipscope.viewer.layout;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which operators belong to which residual block. */
final class BlockMembers {
  private final Graph graph;
  private final Map<String, Integer> blocks = new HashMap<>();

  BlockMembers(Graph graph) {
    this.graph = graph;
    for (int i = 0; i < graph.blocks().size(); i++) {
      ResidualBlock block = graph.blocks().get(i);
      int index = i;
      block.residualNodes().forEach(node -> blocks.put(node, index));
      block.shortcutNodes().forEach(node -> blocks.put(node, index));
      blocks.put(graph.producer(block.sum()).name(), index);
      blocks.put(graph.producer(block.output()).name(), index);
    }
  }

  /** The index of an operator's block, -1 for an operator outside of blocks. */
  int blockOf(Node node) {
    return blocks.getOrDefault(node.name(), -1);
  }

  /** Whether operators outside of blocks and whole blocks follow each other one by one. */
  boolean isChain() {
    Map<String, Set<String>> after = new HashMap<>();
    for (Node node : graph.nodes()) {
      Set<String> before = new HashSet<>();
      for (String source : sources(node)) {
        before.add(source);
        after.computeIfAbsent(source, s -> new HashSet<>()).add(unit(node));
      }
      if (before.size() > 1) {
        return false;
      }
    }
    return after.values().stream().allMatch(units -> units.size() == 1);
  }

  /** The units, other than its own, whose values an operator reads. */
  private List<String> sources(Node node) {
    return node.reads().stream()
        .map(graph::producer)
        .filter(producer -> producer != null)
        .map(this::unit)
        .filter(unit -> !unit.equals(unit(node)))
        .toList();
  }

  private String unit(Node node) {
    int block = blockOf(node);
    return block < 0 ? node.name() : graph.blocks().get(block).name() + " (block)";
  }
}
