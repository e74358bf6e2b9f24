package io.skipscope.graph.edit;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets two blocks change places: each gets the weights of the other.
 *
 * @param first name of a block
 * @param second name of a block of the same form: same operators and weight shapes
 */
public record SwapBlocks(String first, String second) implements Edit {
  @Override
  public Graph apply(Graph graph) {
    GraphBuilder builder = graph.toBuilder();
    swapped(graph).forEach(builder::node);
    return builder.build();
  }

  /** Whether a graph has both blocks, and they are of the same form there. */
  public boolean fits(Graph graph) {
    try {
      return !swapped(graph).isEmpty();
    } catch (GraphException e) {
      return false;
    }
  }

  /** The nodes of both blocks, each with the weights of its counterpart. */
  private List<Node> swapped(Graph graph) {
    List<Node> left = nodes(graph, Blocks.named(graph, first));
    List<Node> right = nodes(graph, Blocks.named(graph, second));
    if (left.size() != right.size()) {
      throw different(left.size() + " and " + right.size() + " nodes");
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      nodes.add(withWeightsOf(graph, left.get(i), right.get(i)));
      nodes.add(withWeightsOf(graph, right.get(i), left.get(i)));
    }
    return nodes;
  }

  private static List<Node> nodes(Graph graph, ResidualBlock block) {
    List<String> names = new ArrayList<>(block.residualNodes());
    names.addAll(block.shortcutNodes());
    return names.stream().map(graph::node).toList();
  }

  private Node withWeightsOf(Graph graph, Node node, Node other) {
    if (!node.op().equals(other.op())
        || !node.attributes().equals(other.attributes())
        || node.inputs().size() != other.inputs().size()) {
      throw different(node.name() + " and " + other.name());
    }
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      boolean weight = graph.stored().containsKey(node.input(i));
      if (weight && !sameShape(graph, node.input(i), other.input(i))) {
        throw different(node.input(i) + " and " + other.input(i));
      }
      inputs.add(weight ? other.input(i) : node.input(i));
    }
    String otherBias = other.epilogue().bias();
    if ((node.epilogue().bias() == null) != (otherBias == null)) {
      throw different(node.name() + " and " + other.name());
    }
    return node.withInputs(inputs).withEpilogue(node.epilogue().withBias(otherBias));
  }

  private static boolean sameShape(Graph graph, String a, String b) {
    return graph.stored().containsKey(b)
        && graph.stored().get(a).shape().equals(graph.stored().get(b).shape());
  }

  private GraphException different(String found) {
    return new GraphException(
        "swap of " + first + " and " + second, found + " of different form", "blocks alike");
  }
}
