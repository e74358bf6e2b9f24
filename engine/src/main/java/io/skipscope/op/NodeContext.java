package io.skipscope.op;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import java.util.function.Function;

/**
 * A node with the shapes of the values around it: all that an operator may look at.
 *
 * @param shapes the shape of a value by its name
 */
public record NodeContext(Node node, Function<String, Shape> shapes) {
  /** A node of a graph whose shapes have been inferred. */
  public static NodeContext of(Graph graph, Node node) {
    return new NodeContext(node, graph::shape);
  }

  public Shape input(int index) {
    return shapes.apply(node.input(index));
  }

  /**
   * @throws GraphException if the input has another rank
   */
  public Shape input(int index, int rank) {
    Shape shape = input(index);
    if (shape.rank() != rank) {
      throw new GraphException(
          node.name(), "input " + node.input(index) + " of shape " + shape, "rank " + rank);
    }
    return shape;
  }

  public Shape output() {
    return shapes.apply(node.output());
  }

  /** Whether the node has an optional input. */
  public boolean hasInput(int index) {
    return index < node.inputs().size() && !node.input(index).isEmpty();
  }
}
