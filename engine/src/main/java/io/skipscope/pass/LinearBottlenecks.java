package io.skipscope.pass;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.ShortcutKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Finds inverted residuals without a sum: expansion (absent where the ratio is 1), depthwise
 * convolution, and a projection that no activation follows (Sandler et al. 2018, table 1).
 */
final class LinearBottlenecks {
  private final Graph graph;

  LinearBottlenecks(Graph graph) {
    this.graph = graph;
  }

  /**
   * @param taken nodes that belong to blocks already
   */
  List<ResidualBlock> without(Set<String> taken) {
    List<ResidualBlock> blocks = new ArrayList<>();
    for (Node node : graph.nodes()) {
      Convolution projection = Convolution.of(graph, node);
      if (projection != null && projection.pointwise() && !taken.contains(node.name())) {
        List<Node> nodes = blockEndingIn(node);
        if (!nodes.isEmpty() && nodes.stream().noneMatch(n -> taken.contains(n.name()))) {
          blocks.add(block(nodes));
        }
      }
    }
    return blocks;
  }

  private List<Node> blockEndingIn(Node projection) {
    Node last = normalised(projection);
    if (graph.consumers(last.output()).stream().anyMatch(n -> n.op().equals("Activation"))) {
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    if (last != projection) {
      nodes.add(last);
    }
    nodes.add(projection);
    Node depthwise = backToConvolution(projection, nodes);
    if (depthwise == null || !Convolution.of(graph, depthwise).depthwise()) {
      return List.of();
    }
    List<Node> withExpansion = new ArrayList<>(nodes);
    Node expansion = backToConvolution(depthwise, withExpansion);
    boolean expands = expansion != null && Convolution.of(graph, expansion).pointwise();
    List<Node> result = expands ? withExpansion : nodes;
    Collections.reverse(result);
    return result;
  }

  /** The batch norm that follows a convolution, or the convolution itself. */
  private Node normalised(Node convolution) {
    List<Node> readers = graph.consumers(convolution.output());
    boolean norm = readers.size() == 1 && readers.get(0).op().equals("BatchNorm");
    return norm ? readers.get(0) : convolution;
  }

  /**
   * The convolution before {@code node}, with only an activation and perhaps batch norm between;
   * null if something else is there. What is passed is added to {@code passed}.
   */
  private Node backToConvolution(Node node, List<Node> passed) {
    List<Node> between = new ArrayList<>();
    Node before = graph.producer(node.input(0));
    while (before != null
        && (before.op().equals("Activation") || before.op().equals("BatchNorm"))
        && graph.consumers(before.output()).size() == 1) {
      between.add(before);
      before = graph.producer(before.input(0));
    }
    boolean activated = between.stream().anyMatch(n -> n.op().equals("Activation"));
    if (before == null || Convolution.of(graph, before) == null || !activated) {
      return null;
    }
    passed.addAll(between);
    passed.add(before);
    return before;
  }

  private ResidualBlock block(List<Node> nodes) {
    String output = nodes.get(nodes.size() - 1).output();
    return new ResidualBlock(
        BlockNames.common(nodes),
        BlockKind.INVERTED_RESIDUAL,
        ShortcutKind.NONE,
        nodes.get(0).input(0),
        output,
        null,
        output,
        output,
        FindResidualBlocks.names(nodes),
        List.of());
  }
}
