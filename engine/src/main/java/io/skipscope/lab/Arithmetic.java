package io.skipscope.lab;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one number comes about from the numbers that its node reads: products that are added up, then
 * a function.
 *
 * <p>It is computed in double precision from the numbers as they were tapped, and so checks what a
 * device has computed. Any thread.
 *
 * @param node that writes the number
 * @param patches what is multiplied and added
 * @param offset what is added besides: a bias, or what is left of a normalisation
 * @param reduction what is done with the products
 * @param function applied at the end
 */
public record Arithmetic(
    Node node, List<Patch> patches, double offset, Reduction reduction, Activation function) {
  /** How products become one number. */
  public enum Reduction {
    SUM,
    /** Only the greatest number counts. */
    MAXIMUM
  }

  public Arithmetic {
    patches = List.copyOf(patches);
  }

  static Arithmetic sum(Node node, List<Patch> patches, double offset) {
    return new Arithmetic(node, patches, offset, Reduction.SUM, Activation.NONE);
  }

  /**
   * @param numbers the tapped values by name; null for one that was not tapped
   * @param factors the graph's factors by name, as they were in the run
   * @return empty where the number has no such arithmetic (an input, a softmax), or where numbers
   *     that it needs were not tapped
   */
  public static Optional<Arithmetic> of(
      Graph graph,
      NumberPlace place,
      Function<String, Tensor> numbers,
      Function<String, Float> factors) {
    Node node = graph.producer(place.value());
    return node == null
        ? Optional.empty()
        : ArithmeticRules.of(new Origin(graph, node, place, numbers, factors));
  }

  /** What the products give before the function. */
  public double combined() {
    return reduction == Reduction.SUM
        ? offset + patches.stream().mapToDouble(Patch::sum).sum()
        : patches.stream().mapToDouble(Patch::greatest).max().orElse(Double.NaN);
  }

  /** The number itself. */
  public double result() {
    return function.apply((float) combined());
  }

  /** The sum of all terms without their signs. */
  public double magnitude() {
    return Math.abs(offset) + patches.stream().mapToDouble(Patch::magnitude).sum();
  }

  Arithmetic plus(double more) {
    return new Arithmetic(node, patches, offset + more, reduction, function);
  }

  Arithmetic then(Activation last) {
    return new Arithmetic(node, patches, offset, reduction, last);
  }
}
