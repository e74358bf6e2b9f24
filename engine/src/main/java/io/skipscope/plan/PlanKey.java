package io.skipscope.plan;

import io.skipscope.graph.Graph;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * What a plan depends on; equal keys mean equal plans.
 *
 * @param graph the graph's name and, through its identity, its content
 * @param inputs shapes by input name
 * @param devices device ids in the plan's order
 */
public record PlanKey(
    GraphIdentity graph,
    Map<String, Shape> inputs,
    TapSet taps,
    List<String> devices,
    PlanOptions options) {
  public PlanKey {
    inputs = Map.copyOf(inputs);
    devices = List.copyOf(devices);
  }

  /** Equal only for the very same (immutable) graph. */
  public record GraphIdentity(Graph graph) {
    @Override
    public boolean equals(Object other) {
      return other instanceof GraphIdentity identity && identity.graph == graph;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(graph);
    }
  }
}
