package io.skipscope.op.activation;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Node;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.op.RowView;
import io.skipscope.op.TiledMaps;
import io.skipscope.op.TiledVariant;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * The operator {@code Activation}: a pointwise function on its own. Input: x of any shape.
 * Attributes: {@link ActivationAttributes}.
 */
public final class ActivationOperator implements Operator {
  private static final List<KernelVariant> VARIANTS =
      List.of(
          BlockedVariant.ofMap("activation_c8.cpu", ActivationOperator::blockedLaunch),
          TiledVariant.of(
              "activation_run.gpu", context -> true, 1, 0, ActivationOperator::tiledLaunch),
          ReferenceVariant.of("activation.ref", ActivationOperator::launch));

  @Override
  public String name() {
    return "Activation";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(context.input(0));
  }

  @Override
  public Cost cost(NodeContext context) {
    int flops =
        switch (function(context.node()).kind()) {
          case NONE -> 0;
          case RELU -> 1;
          case CLIP, LEAKY_RELU -> 2;
          case SIGMOID, TANH -> 3;
          case SILU, HARD_SIGMOID, HARD_SWISH -> 4;
        };
    return Cost.elementwise(context, flops);
  }

  @Override
  public List<KernelVariant> variants() {
    return VARIANTS;
  }

  @Override
  public HostTask reference(NodeContext context) {
    Node node = context.node();
    Activation function = function(node);
    RowView view = RowView.of(context.output());
    int slab = view.rows() * view.columns();
    return memory -> {
      float[] input = memory.array(node.input(0));
      float[] output = memory.array(node.output());
      memory.parallelFor(
          view.outer(),
          index -> {
            for (int i = index * slab; i < (index + 1) * slab; i++) {
              output[i] = function.apply(input[i]);
            }
          });
    };
  }

  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    RowView view = RowView.of(context.output());
    return new LaunchBuilder(node, "activation/activation.ref.cl", "activation")
        .buffers(node.input(0), node.output())
        .activation(function(node))
        .ints(view.outer(), view.rows(), view.columns())
        .build(view.range());
  }

  private static KernelLaunch tiledLaunch(NodeContext context) {
    Node node = context.node();
    RowView view = RowView.of(context.output());
    return new LaunchBuilder(node, "activation/activation_run.gpu.cl", "activation_run")
        .buffers(node.input(0), node.output())
        .activation(function(node))
        .ints(view.outer(), view.rows(), view.columns())
        .build(TiledMaps.vectors(view.columns(), view.rows(), view.outer()));
  }

  private static KernelLaunch blockedLaunch(NodeContext context) {
    Node node = context.node();
    Shape shape = context.output();
    return new LaunchBuilder(node, "activation/activation_c8.cpu.cl", "activation_c8")
        .buffers(node.input(0), node.output())
        .activation(function(node))
        .ints(ChannelBlocks.maps(shape), shape.height(), shape.width())
        .build(ChannelBlocks.pixels(shape));
  }

  private static Activation function(Node node) {
    return ((ActivationAttributes) node.attributes()).activation();
  }
}
