package io.skipscope.run.multi;

import io.skipscope.graph.Graph;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.SubGraph;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Some nodes of a chain's network that a device is made ready for. Equal ones of the same chain are
 * the same network.
 *
 * @param nodes names in running order
 * @param input the shape in which the first input of these nodes will come
 */
record Workload(Chain chain, List<String> nodes, Shape input) {
  private static final int HEIGHT_AXIS = 2;

  /** All of a network. */
  static Workload of(Chain chain) {
    return of(chain, 0, chain.size());
  }

  /** A range on all rows. */
  static Workload of(Chain chain, int from, int to) {
    return of(chain, chain.nodes(from, to));
  }

  /** Some nodes, in running order. */
  static Workload of(Chain chain, List<String> nodes) {
    Graph graph = SubGraph.of(chain.graph(), nodes);
    return new Workload(chain, nodes, graph.shape(graph.inputs().get(0)));
  }

  /** What a part runs: some nodes, or a range, and of it the rows. */
  static Workload of(Chain chain, Part part) {
    if (part.group() != null) {
      return of(chain, part.group().nodes());
    }
    Workload whole = of(chain, part.from(), part.to());
    return part.slab() == null ? whole : whole.onRows(part.slab().input().count());
  }

  /** The same nodes on that many rows. */
  Workload onRows(int count) {
    return new Workload(chain, nodes, input.with(HEIGHT_AXIS, count));
  }

  /** The nodes as a network of their own. */
  Graph graph() {
    return SubGraph.of(chain.graph(), nodes);
  }
}
