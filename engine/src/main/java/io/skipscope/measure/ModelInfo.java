package io.skipscope.measure;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.Role;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers by which papers compare nets.
 *
 * @param parameters weights, biases, gamma and beta; no running statistics
 * @param macs multiply-adds of convolutions and fully connected layers, at the graph's input shape
 * @param receptiveField of the last map before global pooling, the larger of height and width
 * @param blocks in running order
 */
public record ModelInfo(long parameters, long macs, int receptiveField, List<Block> blocks) {
  /**
   * A residual block, its shortcut's nodes included.
   *
   * @param convWeights parameters of the convolutions alone
   */
  public record Block(
      String name,
      BlockKind kind,
      ShortcutKind shortcut,
      Shape input,
      Shape output,
      long parameters,
      long convWeights,
      long macs) {}

  public ModelInfo {
    blocks = List.copyOf(blocks);
  }

  /**
   * @param graph with its shapes inferred and its blocks found
   */
  public static ModelInfo of(Graph graph) {
    ReceptiveField field = ReceptiveField.of(graph);
    return new ModelInfo(
        parameters(graph, graph.nodes()),
        macs(graph, graph.nodes()),
        Math.max(field.height(), field.width()),
        graph.blocks().stream().map(block -> block(graph, block)).toList());
  }

  private static Block block(Graph graph, ResidualBlock block) {
    List<Node> nodes =
        Stream.concat(block.residualNodes().stream(), block.shortcutNodes().stream())
            .map(graph::node)
            .toList();
    return new Block(
        block.name(),
        block.kind(),
        block.shortcutKind(),
        graph.shape(block.input()),
        graph.shape(block.output()),
        parameters(graph, nodes),
        convWeights(graph, nodes),
        macs(graph, nodes));
  }

  /** A parameter that several nodes share counts once. */
  private static long parameters(Graph graph, List<Node> nodes) {
    return nodes.stream()
        .flatMap(node -> node.reads().stream())
        .distinct()
        .filter(value -> graph.value(value).role() == Role.PARAMETER)
        .mapToLong(value -> graph.shape(value).elementCount())
        .sum();
  }

  private static long convWeights(Graph graph, List<Node> nodes) {
    return nodes.stream()
        .filter(node -> node.op().equals("Conv"))
        .map(node -> node.input(1))
        .distinct()
        .mapToLong(value -> graph.shape(value).elementCount())
        .sum();
  }

  private static long macs(Graph graph, List<Node> nodes) {
    return nodes.stream()
        .mapToLong(node -> Operators.get(node.op()).cost(NodeContext.of(graph, node)).macs())
        .sum();
  }
}
