package io.skipscope.pass;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.graph.ShortcutKind;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One of the two ways from a block's input to its sum.
 *
 * @param end the value that the sum reads
 * @param nodes in running order
 * @param unmasked those of them that do more than to zero channels, as an edit may
 */
record Branch(String end, List<Node> nodes, List<Node> unmasked, List<Convolution> convolutions) {
  private static final Set<String> SUBSAMPLING =
      Set.of("Slice", "Pad", "Concat", "MaxPool", "AveragePool", "Reshape");
  private static final Set<String> BESIDE_PROJECTION = Set.of("Conv", "BatchNorm", "AveragePool");

  static Branch between(Graph graph, Dominators dominators, String from, String end) {
    Set<String> names = dominators.nodesBetween(from, end);
    List<Node> ordered =
        graph.nodes().stream().filter(node -> names.contains(node.name())).toList();
    List<Convolution> convolutions =
        ordered.stream().map(n -> Convolution.of(graph, n)).filter(Objects::nonNull).toList();
    List<Node> unmasked = ordered.stream().filter(node -> !isMask(graph, node)).toList();
    return new Branch(end, ordered, unmasked, convolutions);
  }

  /** Whether a node multiplies with a constant of zeros and ones. */
  private static boolean isMask(Graph graph, Node node) {
    return node.op().equals("Mul")
        && node.inputs().stream().anyMatch(input -> isZerosAndOnes(graph, input));
  }

  private static boolean isZerosAndOnes(Graph graph, String value) {
    if (graph.value(value).role() != Role.CONSTANT) {
      return false;
    }
    for (float number : graph.stored().get(value).data()) {
      if (number != 0 && number != 1) {
        return false;
      }
    }
    return true;
  }

  boolean sharesNodesWith(Branch other) {
    return !Collections.disjoint(nodes, other.nodes);
  }

  /** Whether this branch rather than the other is the shortcut. */
  boolean isSimplerThan(Branch other) {
    boolean eligible = shortcutKind() != ShortcutKind.NONE;
    boolean otherEligible = other.shortcutKind() != ShortcutKind.NONE;
    return eligible && (!otherEligible || unmasked.size() < other.unmasked.size());
  }

  /** What kind of shortcut this branch is; NONE if it is none. */
  ShortcutKind shortcutKind() {
    if (unmasked.isEmpty()) {
      return ShortcutKind.IDENTITY;
    }
    if (unmasked.stream().allMatch(n -> SUBSAMPLING.contains(n.op()))) {
      return ShortcutKind.PADDED_IDENTITY;
    }
    boolean projection =
        convolutions.size() == 1
            && convolutions.get(0).pointwise()
            && unmasked.stream().allMatch(n -> BESIDE_PROJECTION.contains(n.op()));
    return projection ? ShortcutKind.PROJECTION : ShortcutKind.NONE;
  }

  BlockKind blockKind() {
    return FindResidualBlocks.kindOf(convolutions);
  }
}
