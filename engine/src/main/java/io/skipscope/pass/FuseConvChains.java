package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.op.conv.ConvChain;
import io.skipscope.op.conv.ConvChainAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one node of the basic blocks of a stage, where there is a kernel for it: on small maps the
 * host takes as long to start a convolution as that takes.
 *
 * <p>A block in which a value is tapped, and one that an edit has given factors, stays as it is.
 */
public final class FuseConvChains implements Pass {
  /** Workers of a chain wait for each other: two convolutions are as fast on their own. */
  private static final int LEAST_STEPS = 3;

  private final KernelChoice choice;

  public FuseConvChains(KernelChoice choice) {
    this.choice = choice;
  }

  @Override
  public String name() {
    return "fuse chains of convolutions";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    Graph current = graph;
    for (ConvChains.Chain chain : new ConvChains(graph, pinned).find()) {
      if (chain.steps().size() >= LEAST_STEPS) {
        current = fuse(current, chain);
      }
    }
    return current;
  }

  private Graph fuse(Graph graph, ConvChains.Chain chain) {
    GraphBuilder builder = graph.toBuilder();
    chain.steps().forEach(step -> builder.removeNode(step.name()));
    Node last = chain.last();
    List<String> inputs = new ArrayList<>(maps(chain));
    inputs.add(stacked(graph, builder, "chained.weight", chain, node -> node.input(1)));
    inputs.add(stacked(graph, builder, "chained.bias", chain, node -> node.epilogue().bias()));
    ConvChainAttributes attributes =
        ConvChainAttributes.of(chain.steps().size(), last.epilogue().activation());
    PaddedDownsampling before = chain.before();
    if (before != null) {
      before.nodes().forEach(node -> builder.removeNode(node.name()));
      inputs.add(before.convolution().input(1));
      inputs.add(before.convolution().epilogue().bias());
      attributes = attributes.downsampling(before.channelsBefore());
    }
    String name = ConvChain.name(chain.first().name(), last.name());
    Node fused = ConvChain.node(name, inputs, last.output(), attributes);
    builder.node(fused);
    Graph result = builder.build();
    return choice.isOptimised(NodeContext.of(result, fused)) ? result : graph;
  }

  /** The map that goes in, and the first shortcut. */
  private static List<String> maps(ConvChains.Chain chain) {
    String input = chain.first().input(0);
    boolean isHalved = chain.before() != null;
    return List.of(input, isHalved ? input : chain.firstSum().epilogue().residual());
  }

  /** The stored values of all steps, one behind the other along their first axis. */
  private static String stacked(
      Graph graph,
      GraphBuilder builder,
      String kind,
      ConvChains.Chain chain,
      Function<Node, String> part) {
    List<String> sources = chain.steps().stream().map(part).toList();
    List<Tensor> tensors = sources.stream().map(graph.stored()::get).toList();
    int[] extents = tensors.get(0).shape().toArray();
    extents[0] *= tensors.size();
    Tensor stack = Tensor.computed(Shape.of(extents), () -> joined(tensors));
    return DerivedValue.store(builder, kind, sources, stack);
  }

  /** Computed only where it is not on the device yet. */
  private static float[] joined(List<Tensor> tensors) {
    float[] first = tensors.get(0).data();
    float[] all = new float[first.length * tensors.size()];
    for (int i = 0; i < tensors.size(); i++) {
      System.arraycopy(tensors.get(i).data(), 0, all, i * first.length, first.length);
    }
    return all;
  }
}
