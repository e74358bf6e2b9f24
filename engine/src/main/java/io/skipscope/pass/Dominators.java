package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * For every computed value the last value that all paths to it pass through: its immediate
 * dominator.
 *
 * <p>The graph has no cycles, so one sweep in running order is enough: a node's dominator is the
 * lowest common ancestor, in the tree built so far, of the values that it reads (Cooper, Harvey,
 * Kennedy: A Simple, Fast Dominance Algorithm, 2001). Stored values are no paths.
 */
final class Dominators {
  private final Graph graph;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  Dominators(Graph graph) {
    this.graph = graph;
    for (Node node : graph.nodes()) {
      String dominator = ofReads(node);
      for (String written : node.writes()) {
        parents.put(written, dominator);
        depths.put(written, dominator == null ? 1 : depth(dominator) + 1);
      }
    }
  }

  /** The value that dominates everything a node reads; null if its inputs share none. */
  String ofReads(Node node) {
    String common = null;
    boolean first = true;
    for (String read : node.reads()) {
      if (!graph.value(read).role().isStored()) {
        common = first ? read : commonAncestor(common, read);
        first = false;
      }
    }
    return common;
  }

  /**
   * The nodes between two values.
   *
   * @return names of all nodes on paths from {@code from} to {@code to}, in no particular order
   */
  Set<String> nodesBetween(String from, String to) {
    Set<String> nodes = new LinkedHashSet<>();
    collect(from, to, nodes);
    return nodes;
  }

  private void collect(String from, String to, Set<String> nodes) {
    Node producer = graph.producer(to);
    if (to.equals(from) || producer == null || !nodes.add(producer.name())) {
      return;
    }
    producer.reads().forEach(read -> collect(from, read, nodes));
  }

  private String commonAncestor(String a, String b) {
    while (a != null && b != null && !a.equals(b)) {
      if (depth(a) >= depth(b)) {
        a = parents.get(a);
      } else {
        b = parents.get(b);
      }
    }
    return a == null || b == null ? null : a;
  }

  private int depth(String value) {
    return graph.value(value).role() == Role.INPUT ? 0 : depths.get(value);
  }
}
