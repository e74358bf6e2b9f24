package io.skipscope.op;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A node with the shapes of the values around it: all that an operator may look at.
 *
 * @param shapes the shape of a value by its name
 * @param stored whether the graph itself holds a value's numbers, so that they can be packed once
 * @param tuning settings for the kernel variant that is asked about the node
 */
public record NodeContext(
    Node node, Function<String, Shape> shapes, Predicate<String> stored, Tuning tuning) {
  /** A node whose kernel variants choose their tunables themselves. */
  public NodeContext(Node node, Function<String, Shape> shapes, Predicate<String> stored) {
    this(node, shapes, stored, Tuning.DEFAULT);
  }

  /** A node of which only shapes are known, as when they are being inferred. */
  public NodeContext(Node node, Function<String, Shape> shapes) {
    this(node, shapes, value -> false);
  }

  /** A node of a graph whose shapes have been inferred. */
  public static NodeContext of(Graph graph, Node node) {
    return new NodeContext(node, graph::shape, value -> graph.value(value).role().isStored());
  }

  public NodeContext withTuning(Tuning settings) {
    return new NodeContext(node, shapes, stored, settings);
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

  /** Whether the graph itself holds the numbers of an input. */
  public boolean isStored(int index) {
    return stored.test(node.input(index));
  }

  /** Whether the node has an optional input. */
  public boolean hasInput(int index) {
    return index < node.inputs().size() && !node.input(index).isEmpty();
  }
}
