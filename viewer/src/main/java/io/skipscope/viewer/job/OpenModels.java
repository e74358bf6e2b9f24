package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.Role;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.OpenModel;
import java.util.List;
import java.util.stream.Stream;

/** Sums up a model for the list of blocks. */
final class OpenModels {
  private OpenModels() {}

  static OpenModel of(String source, Model model) {
    Graph graph = model.graph();
    List<BlockSummary> blocks =
        graph.blocks().stream()
            .map(block -> summary(graph, block, Stages.of(graph, block)))
            .toList();
    return new OpenModel(source, model, blocks);
  }

  private static BlockSummary summary(Graph graph, ResidualBlock block, String stage) {
    List<Node> nodes =
        Stream.concat(block.residualNodes().stream(), block.shortcutNodes().stream())
            .map(graph::node)
            .toList();
    return new BlockSummary(
        block,
        stage,
        graph.shape(block.input()),
        graph.shape(block.output()),
        nodes.stream().mapToLong(node -> parameters(graph, node)).sum(),
        nodes.stream().mapToLong(node -> macs(graph, node)).sum());
  }

  private static long parameters(Graph graph, Node node) {
    return node.reads().stream()
        .map(graph::value)
        .filter(value -> value.role() == Role.PARAMETER)
        .mapToLong(value -> value.shape().elementCount())
        .sum();
  }

  private static long macs(Graph graph, Node node) {
    return Operators.get(node.op()).cost(NodeContext.of(graph, node)).macs();
  }
}
