package io.skipscope.pass;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.op.conv.ConvChain;
import io.skipscope.op.conv.ConvChainAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one node of chains of convolutions that follow each other, where there is a kernel for it:
 * between two launches processors fall asleep.
 *
 * <p>A value between two chains that is tapped, or that somebody else reads, keeps them apart.
 */
public final class JoinConvChains implements Pass {
  private final KernelChoice choice;

  public JoinConvChains(KernelChoice choice) {
    this.choice = choice;
  }

  @Override
  public String name() {
    return "join chains of convolutions";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    Graph current = graph;
    for (Node node : graph.nodes()) {
      if (isChain(node)) {
        current = joinedToChainBefore(current, node, pinned).orElse(current);
      }
    }
    return current;
  }

  private Optional<Graph> joinedToChainBefore(Graph graph, Node chain, Set<String> pinned) {
    String between = chain.input(0);
    Node before = graph.producer(between);
    boolean isJoint =
        before != null
            && isChain(before)
            && between.equals(chain.input(1))
            && !pinned.contains(between)
            && graph.consumers(between).stream().allMatch(chain::equals)
            && activation(before).equals(activation(chain));
    return isJoint ? joined(graph, before, chain) : Optional.empty();
  }

  private Optional<Graph> joined(Graph graph, Node before, Node chain) {
    List<String> inputs = new ArrayList<>(before.inputs());
    inputs.addAll(chain.inputs().subList(ConvChain.MAPS, chain.inputs().size()));
    Node node =
        ConvChain.node(
            ConvChain.name(before.name(), chain.name()),
            inputs,
            chain.output(),
            attributes(before).then(attributes(chain)));
    GraphBuilder builder = graph.toBuilder();
    builder.removeNode(before.name());
    builder.removeNode(chain.name());
    builder.node(node);
    Graph result = builder.build();
    boolean isFaster = choice.isOptimised(NodeContext.of(result, node));
    return isFaster ? Optional.of(result) : Optional.empty();
  }

  private static boolean isChain(Node node) {
    return node.op().equals(ConvChain.NAME);
  }

  private static ConvChainAttributes attributes(Node chain) {
    return (ConvChainAttributes) chain.attributes();
  }

  private static Activation activation(Node chain) {
    return attributes(chain).activation();
  }
}
