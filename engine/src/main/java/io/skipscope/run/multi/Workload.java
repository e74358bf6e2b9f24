package io.skipscope.run.multi;

import io.skipscope.graph.Graph;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.SubGraph;
import io.skipscope.tensor.Shape;

/**
 * A network that a device is made ready for.
 *
 * @param input the shape in which its first input will come
 */
record Workload(Graph graph, Shape input) {
  private static final int HEIGHT_AXIS = 2;

  /** All of a network. */
  static Workload of(Graph graph) {
    return new Workload(graph, graph.shape(graph.inputs().get(0)));
  }

  /** The range of a part, and of it the rows. */
  static Workload of(Chain chain, Part part) {
    Workload whole = of(SubGraph.of(chain, part.from(), part.to()));
    return part.slab() == null
        ? whole
        : new Workload(whole.graph, whole.input.with(HEIGHT_AXIS, part.slab().input().count()));
  }
}
