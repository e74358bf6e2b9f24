package io.skipscope.lab;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.op.pool.PoolAttributes;
import io.skipscope.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which positions of the input a position of a value depends on, along one axis of maps. */
final class SpanTracer {
  private static final Set<String> POINTWISE =
      Set.of("BatchNorm", "Activation", "Add", "Sub", "Mul", "Div", "Reorder");

  private final Graph graph;
  private final int axis;

  private SpanTracer(Graph graph, int axis) {
    this.graph = graph;
    this.axis = axis;
  }

  /**
   * @return null where the value does not depend on the input
   */
  static Span trace(Graph graph, int axis, String value, int position, String input) {
    return new SpanTracer(graph, axis).trace(value, position).get(input);
  }

  private Map<String, Span> trace(String value, int position) {
    Map<String, Span> spans = new HashMap<>();
    spans.put(value, new Span(position, position));
    List<Node> nodes = graph.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      node.writes().stream()
          .filter(spans::containsKey)
          .map(spans::get)
          .reduce(Span::union)
          .ifPresent(span -> readBy(node, span, spans));
    }
    return spans;
  }

  private void readBy(Node node, Span written, Map<String, Span> spans) {
    for (String value : node.reads()) {
      if (!graph.value(value).role().isStored()) {
        spans.merge(value, read(node, graph.shape(value), written), Span::union);
      }
    }
  }

  /** What a node reads of a value of maps; all of it where that is not known better. */
  private Span read(Node node, Shape shape, Span written) {
    if (shape.rank() != 4) {
      return new Span(0, 0);
    }
    boolean rows = axis == 2;
    if (node.attributes() instanceof ConvAttributes conv) {
      int kernel = graph.shape(node.input(1)).extent(axis);
      return rows
          ? written.read(kernel, conv.strideH(), conv.dilationH(), conv.padTop())
          : written.read(kernel, conv.strideW(), conv.dilationW(), conv.padLeft());
    }
    if (node.attributes() instanceof PoolAttributes pool) {
      return rows
          ? written.read(pool.kernelH(), pool.strideH(), pool.dilationH(), pool.padTop())
          : written.read(pool.kernelW(), pool.strideW(), pool.dilationW(), pool.padLeft());
    }
    if (node.attributes() instanceof PadAttributes pad
        && pad.mode() == PadAttributes.Mode.CONSTANT) {
      return written.moved(-pad.before().get(axis));
    }
    if (node.attributes() instanceof SliceAttributes slice) {
      return sliced(slice, shape.extent(axis), written);
    }
    boolean keepsExtent =
        graph.shape(node.output()).rank() == 4
            && graph.shape(node.output()).extent(axis) == shape.extent(axis);
    boolean keepsPlace = POINTWISE.contains(node.op()) || node.op().equals("Concat");
    return keepsPlace && keepsExtent ? written : Span.whole(shape.extent(axis));
  }

  private Span sliced(SliceAttributes slice, int extent, Span written) {
    return slice.ranges().stream()
        .filter(range -> Math.floorMod(range.axis(), 4) == axis)
        .findFirst()
        .map(
            range ->
                range.step() > 0 && range.begin() >= 0
                    ? written.read(1, range.step(), 1, -range.begin())
                    : Span.whole(extent))
        .orElse(written);
  }
}
