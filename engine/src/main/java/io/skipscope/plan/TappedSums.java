package io.skipscope.plan;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sums of a graph that look at tapped values around them. A value that several sums see, such
 * as the output of one block and the identity shortcut of the next, is looked at by the first.
 */
final class TappedSums {
  /** For one value alone there is no sharing. */
  private static final int LEAST_VALUES = 2;

  private final Map<String, TappedSum> byNode = new HashMap<>();
  private final Map<String, Set<String>> valuesByNode = new HashMap<>();
  private final Set<String> values = new HashSet<>();

  /**
   * @param graph as compiled, with layouts
   */
  TappedSums(Graph graph, Set<String> tapped) {
    for (Node node : graph.nodes()) {
      if (TappedSum.fits(graph, node)) {
        add(TappedSum.of(node), tapped);
      }
    }
  }

  private void add(TappedSum sum, Set<String> tapped) {
    List<String> seen =
        sum.values().stream()
            .filter(value -> tapped.contains(value) && !values.contains(value))
            .toList();
    if (seen.size() >= LEAST_VALUES) {
      byNode.put(sum.node().name(), sum);
      valuesByNode.put(sum.node().name(), Set.copyOf(seen));
      values.addAll(seen);
    }
  }

  /** The sum that a node computes, if it looks at any value. */
  Optional<TappedSum> of(Node node) {
    return Optional.ofNullable(byNode.get(node.name()));
  }

  /** Whether that sum is the one that looks at a value. */
  boolean isLookedAtBy(TappedSum sum, String value) {
    return valuesByNode.get(sum.node().name()).contains(value);
  }

  /** Whether any sum looks at a value. */
  boolean isLookedAt(String value) {
    return values.contains(value);
  }
}
