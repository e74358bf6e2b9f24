package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.conv.ConvChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the nodes that {@link ConvChain} can stand for. What lies between the steps of a chain is
 * tapped nowhere, and read by nobody else.
 */
final class ConvChains {
  /**
   * Convolutions that follow each other; the last one, and every second one before, has a sum.
   *
   * @param before what halves the map before them, or null
   */
  record Chain(List<Node> steps, PaddedDownsampling before) {
    Chain {
      steps = List.copyOf(steps);
    }

    /** The step with the first sum. */
    Node firstSum() {
      return steps.get((steps.size() + 1) % 2);
    }

    /** The convolution that reads what goes in. */
    Node first() {
      return before == null ? steps.get(0) : before.convolution();
    }

    Node last() {
      return steps.get(steps.size() - 1);
    }

    private Chain with(Node inner, Node sum) {
      List<Node> longer = new ArrayList<>(steps);
      longer.add(inner);
      longer.add(sum);
      return new Chain(longer, before);
    }
  }

  private final Graph graph;
  private final Set<String> pinned;

  ConvChains(Graph graph, Set<String> pinned) {
    this.graph = graph;
    this.pinned = pinned;
  }

  /** The longest chains, in running order; no node is in two of them. */
  List<Chain> find() {
    List<Chain> chains = new ArrayList<>();
    Set<Node> taken = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (!taken.contains(node) && isStep(node)) {
        Chain chain = grown(hasSum(node) ? endOfBlock(node) : firstBlock(node));
        taken.addAll(chain.steps());
        chains.add(chain);
      }
    }
    return chains;
  }

  private Chain endOfBlock(Node sum) {
    PaddedDownsampling before = PaddedDownsampling.before(graph, sum, pinned).orElse(null);
    return new Chain(List.of(sum), before);
  }

  /** A step without a sum and the one behind it; empty if there is none. */
  private Chain firstBlock(Node inner) {
    Node sum = after(inner);
    boolean isBlock = sum != null && hasSum(sum) && !residual(sum).equals(inner.output());
    return new Chain(isBlock ? List.of(inner, sum) : List.of(), null);
  }

  private Chain grown(Chain chain) {
    Chain longest = chain;
    for (Chain longer = chain; longer != null; longer = withNextBlock(longest)) {
      longest = longer;
    }
    return longest;
  }

  /** The chain and the identity block behind it, or null. */
  private Chain withNextBlock(Chain chain) {
    if (chain.steps().isEmpty()) {
      return null;
    }
    String between = chain.last().output();
    List<Node> readers = graph.consumers(between);
    if (pinned.contains(between) || readers.size() != 2) {
      return null;
    }
    Node inner = readers.get(0);
    Node sum = readers.get(1);
    boolean isBlock =
        continues(chain.last(), inner)
            && !hasSum(inner)
            && sum.equals(after(inner))
            && between.equals(residual(sum));
    return isBlock ? chain.with(inner, sum) : null;
  }

  /** The step that alone reads a step's result, or null. */
  private Node after(Node step) {
    List<Node> readers = graph.consumers(step.output());
    boolean isInner = readers.size() == 1 && !pinned.contains(step.output());
    return isInner && continues(step, readers.get(0)) ? readers.get(0) : null;
  }

  private boolean continues(Node step, Node next) {
    return isStep(next)
        && next.input(0).equals(step.output())
        && next.epilogue().activation().equals(step.epilogue().activation())
        && !Objects.equals(residual(next), step.output());
  }

  private boolean isStep(Node node) {
    return ConvChain.isStep(NodeContext.of(graph, node));
  }

  private static boolean hasSum(Node node) {
    return residual(node) != null;
  }

  private static String residual(Node node) {
    return node.epilogue().residual();
  }
}
