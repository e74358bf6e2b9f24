package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.graph.Value;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a range of segments out of a network, as a network of its own. */
public final class SubGraph {
  private SubGraph() {}

  /**
   * The segments {@code from} (inclusive) to {@code to} (exclusive): it takes the value that
   * crosses before them under its own name and gives the one after them. Stored numbers are shared.
   *
   * @return the chain's own graph for all segments
   */
  public static Graph of(Chain chain, int from, int to) {
    Graph whole = chain.graph();
    if (from == 0 && to == chain.size()) {
      return whole;
    }
    GraphBuilder builder = Graph.builder(whole.name()).mode(whole.mode());
    whole.values().values().forEach(builder::putValue);
    whole.factors().forEach(builder::factor);
    for (Segment segment : chain.segments().subList(from, to)) {
      segment.nodes().forEach(name -> addNode(builder, whole, whole.node(name)));
    }
    if (from == 0) {
      whole.inputs().forEach(name -> builder.input(name, whole.shape(name)));
    } else {
      addInput(builder, whole.value(chain.segments().get(from - 1).output()));
    }
    String last = chain.segments().get(to - 1).output();
    builder.outputs(last == null ? whole.outputs() : List.of(last));
    List<String> nodes = nodes(chain, from, to);
    builder.blocks(
        whole.blocks().stream().filter(b -> nodes.containsAll(b.residualNodes())).toList());
    return builder.build();
  }

  private static List<String> nodes(Chain chain, int from, int to) {
    return IntStream.range(from, to)
        .boxed()
        .flatMap(index -> chain.segments().get(index).nodes().stream())
        .toList();
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
