package io.skipscope.lab;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.function.Function;

/** A number's place, the node that writes it, and the numbers that this node reads. */
record Origin(
    Graph graph,
    Node node,
    NumberPlace place,
    Function<String, Tensor> tapped,
    Function<String, Float> factors) {
  /** The numbers of a stored or tapped value; null for one that was not tapped. */
  Tensor numbers(String value) {
    Tensor stored = graph.stored().get(value);
    return stored != null ? stored : tapped.apply(value);
  }

  Tensor input(int index) {
    return numbers(node.input(index));
  }

  Shape shape() {
    return graph.shape(place.value());
  }

  boolean isComplete() {
    return node.reads().stream().allMatch(value -> numbers(value) != null);
  }

  /**
   * The number of an input that an elementwise operator takes for this place: of an input with one
   * number per channel that of the channel, of an input with a single number that.
   */
  float across(int index) {
    Tensor input = input(index);
    int count = input.shape().elementCount();
    boolean whole = count == shape().elementCount();
    return input.data()[whole ? place.index(shape()) : count == 1 ? 0 : place.channel()];
  }

  /** A factor of the graph; 1 for null. */
  float factor(String name) {
    return name == null ? 1 : factors.apply(name);
  }
}
