package io.skipscope.pass;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.ShortcutKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the residual blocks of any graph by its form alone.
 *
 * <p>A sum is a block if everything it adds comes from one value x (its dominator), along two
 * branches without a common node, one of which is a shortcut: nothing, one 1x1 convolution, or
 * slicing and padding. Inverted residuals without a sum are found as the sequence pointwise,
 * depthwise, linear pointwise.
 */
public final class FindResidualBlocks implements Pass {
  @Override
  public String name() {
    return "find residual blocks";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    List<ResidualBlock> blocks = withSum(graph);
    Set<String> taken = new HashSet<>();
    blocks.forEach(block -> taken.addAll(block.residualNodes()));
    blocks.addAll(new LinearBottlenecks(graph).without(taken));
    Map<String, Integer> position = new HashMap<>();
    for (Node node : graph.nodes()) {
      position.put(node.name(), position.size());
    }
    blocks.sort(Comparator.comparing(block -> position.get(block.residualNodes().get(0))));
    return graph.toBuilder().blocks(BlockNames.unique(blocks)).build();
  }

  private static List<ResidualBlock> withSum(Graph graph) {
    Dominators dominators = new Dominators(graph);
    List<ResidualBlock> blocks = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (node.op().equals("Add") && node.inputs().size() == 2) {
        ResidualBlock block = blockOf(graph, dominators, node);
        if (block != null) {
          blocks.add(block);
        }
      }
    }
    return blocks;
  }

  /** The block that ends in this sum, or null. */
  private static ResidualBlock blockOf(Graph graph, Dominators dominators, Node sum) {
    String x = dominators.ofReads(sum);
    if (x == null) {
      return null;
    }
    Branch left = Branch.between(graph, dominators, x, sum.input(0));
    Branch right = Branch.between(graph, dominators, x, sum.input(1));
    if (left.sharesNodesWith(right)) {
      return null;
    }
    boolean leftIsShortcut = left.isSimplerThan(right);
    Branch shortcut = leftIsShortcut ? left : right;
    Branch residual = leftIsShortcut ? right : left;
    if (shortcut.shortcutKind() == ShortcutKind.NONE || residual.convolutions().isEmpty()) {
      return null;
    }
    return new ResidualBlock(
        BlockNames.common(residual.nodes()),
        residual.blockKind(),
        shortcut.shortcutKind(),
        x,
        residual.end(),
        shortcut.end(),
        sum.output(),
        activated(graph, sum.output()),
        names(residual.nodes()),
        names(shortcut.nodes()));
  }

  /** The activation of a sum if nothing else reads the sum, else the sum itself. */
  private static String activated(Graph graph, String sum) {
    List<Node> readers = graph.consumers(sum);
    boolean activation = readers.size() == 1 && readers.get(0).op().equals("Activation");
    return activation ? readers.get(0).output() : sum;
  }

  static List<String> names(List<Node> nodes) {
    return nodes.stream().map(Node::name).toList();
  }

  /** The kind of a residual branch, from its convolutions in order. */
  static BlockKind kindOf(List<Convolution> convolutions) {
    List<Convolution> convs = convolutions;
    int count = convs.size();
    if (count >= 2 && convs.get(count - 2).depthwise() && convs.get(count - 1).pointwise()) {
      return count == 2 || (count == 3 && convs.get(0).pointwise())
          ? BlockKind.INVERTED_RESIDUAL
          : BlockKind.OTHER;
    }
    if (count == 2 && convs.stream().noneMatch(Convolution::pointwise)) {
      return BlockKind.BASIC;
    }
    if (count == 3
        && convs.get(0).pointwise()
        && !convs.get(1).pointwise()
        && convs.get(2).pointwise()) {
      return BlockKind.BOTTLENECK;
    }
    return BlockKind.OTHER;
  }
}
