package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where a network forks. In running order there are places where a single value is still to
 * be read; of what lies between two of them, the last node joins, and the others fall into branches
 * that share nothing but the value before.
 */
final class Forks {
  private final Graph graph;
  private final List<Node> nodes;
  private final Map<String, Integer> lastRead = new HashMap<>();
  private final List<Fork> found = new ArrayList<>();

  private Forks(Graph graph) {
    this.graph = graph;
    nodes = graph.nodes();
    for (int index = 0; index < nodes.size(); index++) {
      for (String value : nodes.get(index).reads()) {
        lastRead.put(value, index);
      }
    }
  }

  /** In running order; none overlaps another. */
  static List<Fork> of(Graph graph) {
    Forks forks = new Forks(graph);
    forks.find();
    return forks.found;
  }

  private void find() {
    Set<String> live = new HashSet<>(graph.inputs());
    int begin = 0;
    for (int index = 0; index < nodes.size(); index++) {
      int done = index;
      live.addAll(nodes.get(index).writes());
      live.removeIf(value -> lastRead.getOrDefault(value, -1) <= done);
      if (live.size() <= 1) {
        addIfForked(begin, index);
        begin = index + 1;
      }
    }
  }

  private void addIfForked(int begin, int join) {
    List<List<String>> branches = branches(nodes.subList(begin, join));
    if (branches.size() > 1) {
      found.add(new Fork(begin, join, branches));
    }
  }

  /** Nodes that read each other's values belong together. */
  private List<List<String>> branches(List<Node> between) {
    Map<String, Integer> branchOf = new LinkedHashMap<>();
    for (Node node : between) {
      branchOf.put(node.name(), branchOf.size());
      for (String value : node.reads()) {
        Node producer = graph.producer(value);
        if (producer != null && branchOf.containsKey(producer.name())) {
          merge(branchOf, branchOf.get(producer.name()), branchOf.get(node.name()));
        }
      }
    }
    Map<Integer, List<String>> branches = new LinkedHashMap<>();
    branchOf.forEach(
        (node, branch) -> branches.computeIfAbsent(branch, key -> new ArrayList<>()).add(node));
    return List.copyOf(branches.values());
  }

  private static void merge(Map<String, Integer> branchOf, int one, int other) {
    branchOf.replaceAll((node, branch) -> branch == other ? one : branch);
  }
}
