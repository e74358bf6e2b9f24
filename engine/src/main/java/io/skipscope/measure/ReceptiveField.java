package io.skipscope.measure;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.pass.Window;
import io.skipscope.tensor.Shape;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of the input one number of the last feature map can see, along the longest path.
 *
 * <p>For each map: size += (kernel - 1) dilation step, step *= stride, where step is the distance
 * in the input between neighbours in the map (Araujo et al. 2019, "Computing receptive fields of
 * convolutional neural networks", equation 2). Global pooling, flattening and what follows are left
 * out, resizing too.
 *
 * @param height in pixels of the input; may exceed it
 * @param width likewise
 */
public record ReceptiveField(int height, int width) {
  /** What one number of a map sees, and how far its neighbour's view is moved. */
  private record Field(int size, int step) {
    Field after(int kernel, int dilation, int stride) {
      return new Field(size + (kernel - 1) * dilation * step, step * stride);
    }

    Field widest(Field other) {
      return new Field(Math.max(size, other.size), Math.max(step, other.step));
    }
  }

  /**
   * @param graph with its shapes inferred
   */
  public static ReceptiveField of(Graph graph) {
    return new ReceptiveField(
        along(graph, Window.HEIGHT_AXIS), along(graph, Window.HEIGHT_AXIS + 1));
  }

  private static int along(Graph graph, int axis) {
    Map<String, Field> fields = new HashMap<>();
    for (String input : graph.inputs()) {
      if (graph.shape(input).rank() == 4 && graph.value(input).role() == Role.INPUT) {
        fields.put(input, new Field(1, 1));
      }
    }
    for (Node node : graph.nodes()) {
      node.reads().stream()
          .filter(fields::containsKey)
          .map(fields::get)
          .reduce(Field::widest)
          .map(field -> through(graph, node, field, axis))
          .ifPresent(field -> node.writes().forEach(value -> fields.put(value, field)));
    }
    return fields.values().stream().mapToInt(Field::size).max().orElse(0);
  }

  /** The field behind a node, or null where the node leaves no map. */
  private static Field through(Graph graph, Node node, Field field, int axis) {
    if (isGlobalAverage(graph, node)) {
      return null;
    }
    return Window.along(graph, node, axis)
        .map(window -> field.after(window.kernel(), window.dilation(), window.stride()))
        .orElse(null);
  }

  /** Older exporters write global pooling as an average over a window of the map's size. */
  private static boolean isGlobalAverage(Graph graph, Node node) {
    Shape map = graph.shape(node.output());
    return node.op().equals("AveragePool") && map.height() == 1 && map.width() == 1;
  }
}
