package io.skipscope.viewer.state;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.FilterLayout;
import java.util.List;
import java.util.Optional;

/**
 * A layer with its weights as the model's file has them: no batch norm is folded in. Immutable.
 *
 * @param name of the weights
 * @param weight [outputs, inputs of a group, kernelHeight, kernelWidth], or [outputs, inputs] of a
 *     linear layer
 * @param batchNorm the name of the batch norm that follows; empty without one
 */
public record WeightLayer(
    Node node, String name, Tensor weight, FilterLayout layout, String batchNorm) {
  /** The layer of a node; empty where that is no convolution or linear layer with weights. */
  public static Optional<WeightLayer> of(Graph graph, Node node) {
    boolean weighted = node.op().equals("Conv") || node.op().equals("Gemm");
    Tensor weight = weighted ? graph.stored().get(node.input(1)) : null;
    if (weight == null || weight.shape().rank() != 2 && weight.shape().rank() != 4) {
      return Optional.empty();
    }
    Shape input = graph.shape(node.input(0));
    int channels = input.rank() < 2 ? 1 : input.channels();
    String batchNorm =
        graph.consumers(node.output()).stream()
            .filter(consumer -> consumer.op().equals("BatchNorm"))
            .map(Node::name)
            .findFirst()
            .orElse("");
    return Optional.of(
        new WeightLayer(
            node, node.input(1), weight, FilterLayout.of(weight.shape(), channels), batchNorm));
  }

  /** All layers with weights, in the order in which they run. */
  public static List<WeightLayer> all(Graph graph) {
    return graph.nodes().stream().flatMap(node -> of(graph, node).stream()).toList();
  }

  /**
   * The layer that gives the chosen value, or the last one before it: where paths meet, that of F.
   *
   * @param block the selected block's index
   * @return empty where nothing before the value has weights
   */
  public static Optional<WeightLayer> shown(OpenModel model, int block, MapsChoice choice) {
    Graph graph = model.graph();
    String tap = choice.tap(model, block);
    if (tap.isEmpty()) {
      return Optional.empty();
    }
    String value = block < model.blocks().size() ? valueOf(model, block, tap) : null;
    Node node = value == null ? graph.node(tap) : graph.producer(value);
    while (node != null && of(graph, node).isEmpty()) {
      node = graph.producer(before(graph, node));
    }
    return node == null ? Optional.empty() : of(graph, node);
  }

  private static String valueOf(OpenModel model, int block, String tap) {
    return model.blocks().get(block).block().taps().get(tap);
  }

  private static String before(Graph graph, Node node) {
    return graph.blocks().stream()
        .filter(block -> block.hasShortcut() && block.sum().equals(node.output()))
        .map(ResidualBlock::residual)
        .findFirst()
        .orElse(node.input(0));
  }

  public int outputs() {
    return weight.shape().extent(0);
  }

  /** The weights as maps, one per output. */
  public Tensor maps() {
    return weight.reshaped(layout.maps(outputs()));
  }

  /** Such as {@code 64×32×3×3}: outputs, inputs, height, width. */
  public String shapeText() {
    return weight.shape().toString().replace('x', '×');
  }
}
