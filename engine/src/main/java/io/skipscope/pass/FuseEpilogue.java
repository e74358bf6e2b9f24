package io.skipscope.pass;

import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.Operators;
import io.skipscope.op.activation.ActivationAttributes;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Moves a sum and an activation into the epilogue of the node before.
 *
 * <p>A value between them that is tapped, or that others read too, stays: tapped ones become extra
 * stores of the fused node, the others prevent the fusion. Sums first, then activations, one node
 * at a time until nothing is left to fuse.
 *
 * <p>Where both a sum and what would take it in are tapped, the sum may stay a node of its own, for
 * a kernel that looks at the values while it adds them: then neither needs an extra store.
 */
public final class FuseEpilogue implements Pass {
  private final BiPredicate<Graph, Node> looksWhileAdding;

  /** Fuses tapped sums like others. */
  public FuseEpilogue() {
    this((graph, sum) -> false);
  }

  /**
   * @param looksWhileAdding whether there is such a kernel for a sum
   */
  public FuseEpilogue(BiPredicate<Graph, Node> looksWhileAdding) {
    this.looksWhileAdding = looksWhileAdding;
  }

  @Override
  public String name() {
    return "fuse epilogues";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    Graph current = graph;
    for (Node node : graph.nodes()) {
      if (node.op().equals("Add")) {
        current = fuseSum(current, node, pinned);
      }
    }
    for (Node node : graph.nodes()) {
      if (node.op().equals("Activation")) {
        current = fuseActivation(current, node, pinned);
      }
    }
    return current;
  }

  private Graph fuseSum(Graph graph, Node sum, Set<String> pinned) {
    boolean sameShapes =
        sum.inputs().stream().allMatch(in -> graph.shape(in).equals(graph.shape(sum.output())));
    if (!sameShapes || sum.input(0).equals(sum.input(1))) {
      return graph;
    }
    List<Node> candidates =
        graph.nodes().stream()
            .filter(node -> sum.inputs().contains(node.output()) && takesSum(graph, node))
            .toList();
    if (candidates.isEmpty()) {
      return graph;
    }
    Node taker = preferred(graph, candidates, sum);
    boolean bothTapped = pinned.containsAll(List.of(taker.output(), sum.output()));
    return bothTapped && looksWhileAdding.test(graph, sum)
        ? graph
        : withSum(graph, taker, sum, pinned);
  }

  /** The end of a block's residual branch, else the later of two: that needs no reordering. */
  private static Node preferred(Graph graph, List<Node> candidates, Node sum) {
    Node last = candidates.get(candidates.size() - 1);
    return graph.blocks().stream()
        .filter(block -> block.sum().equals(sum.output()))
        .flatMap(b -> candidates.stream().filter(node -> node.output().equals(b.residual())))
        .findFirst()
        .orElse(last);
  }

  private static boolean takesSum(Graph graph, Node node) {
    Epilogue epilogue = node.epilogue();
    return List.of("Conv", "Gemm").contains(node.op())
        && epilogue.residual() == null
        && epilogue.activation().equals(Activation.NONE)
        && onlyReader(graph, node.output());
  }

  private static Graph withSum(Graph graph, Node node, Node sum, Set<String> pinned) {
    boolean branchIsFirst = sum.input(0).equals(node.output());
    String residual = sum.input(branchIsFirst ? 1 : 0);
    AddAttributes factors = AddAttributes.of(sum);
    Epilogue epilogue =
        node.epilogue()
            .withResidual(
                residual,
                branchIsFirst ? factors.leftFactor() : factors.rightFactor(),
                branchIsFirst ? factors.rightFactor() : factors.leftFactor());
    return merged(graph, node, epilogue, Epilogue.Step.BIASED, sum, pinned);
  }

  private static Graph fuseActivation(Graph graph, Node activation, Set<String> pinned) {
    Node before = graph.producer(activation.input(0));
    if (before == null
        || !Operators.get(before.op()).appliesEpilogue()
        || !before.epilogue().activation().equals(Activation.NONE)
        || !before.output().equals(activation.input(0))
        || !onlyReader(graph, before.output())) {
      return graph;
    }
    Activation function = ((ActivationAttributes) activation.attributes()).activation();
    return merged(
        graph,
        before,
        before.epilogue().withActivation(function),
        before.epilogue().residual() == null ? Epilogue.Step.BIASED : Epilogue.Step.SUM,
        activation,
        pinned);
  }

  /** Whether nobody but the next node needs the value, apart from taps. */
  private static boolean onlyReader(Graph graph, String value) {
    return graph.consumers(value).size() == 1;
  }

  private static Graph merged(
      Graph graph,
      Node node,
      Epilogue epilogue,
      Epilogue.Step lastStep,
      Node absorbed,
      Set<String> pinned) {
    String between = node.output();
    Epilogue complete = pinned.contains(between) ? epilogue.withStore(lastStep, between) : epilogue;
    GraphBuilder builder = graph.toBuilder().removeNode(absorbed.name());
    builder.node(node.withEpilogue(complete).withOutput(absorbed.output()));
    return builder.build();
  }
}
