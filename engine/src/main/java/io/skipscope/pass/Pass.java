package io.skipscope.pass;

import io.skipscope.graph.Graph;
import java.util.Set;

/** One step from graph to graph. Stateless; the result computes what the graph computed. */
public interface Pass {
  String name();

  /**
   * @param pinned values that somebody taps, and the graph's outputs: they keep their names and
   *     their numbers
   */
  Graph apply(Graph graph, Set<String> pinned);
}
