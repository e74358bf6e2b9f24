package io.skipscope.run.multi;

import io.skipscope.graph.Graph;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.SubGraph;
import io.skipscope.tensor.Shape;

/**
 * A range of a chain's segments that a device is made ready for. Equal ones of the same chain are
 * the same network.
 *
 * @param from first segment
 * @param to segment after the range
 * @param input the shape in which the range's first input will come
 */
record Workload(Chain chain, int from, int to, Shape input) {
  private static final int HEIGHT_AXIS = 2;

  /** All of a network. */
  static Workload of(Chain chain) {
    return of(chain, 0, chain.size());
  }

  /** A range on all rows. */
  static Workload of(Chain chain, int from, int to) {
    Graph graph = SubGraph.of(chain, from, to);
    return new Workload(chain, from, to, graph.shape(graph.inputs().get(0)));
  }

  /** The range of a part, and of it the rows. */
  static Workload of(Chain chain, Part part) {
    Workload whole = of(chain, part.from(), part.to());
    return part.slab() == null ? whole : whole.onRows(part.slab().input().count());
  }

  /** The same range on that many rows. */
  Workload onRows(int count) {
    return new Workload(chain, from, to, input.with(HEIGHT_AXIS, count));
  }

  /** The range as a network of its own. */
  Graph graph() {
    return SubGraph.of(chain, from, to);
  }
}
