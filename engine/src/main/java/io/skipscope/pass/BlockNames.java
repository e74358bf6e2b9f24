package io.skipscope.pass;

import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names blocks by the module path that their nodes share. */
final class BlockNames {
  private BlockNames() {}

  /**
   * The longest module path that all nodes share, such as {@code layer2.0} of {@code
   * layer2.0.conv1} and {@code layer2.0.bn2}; empty if there is none.
   */
  static String common(List<Node> nodes) {
    List<String> path = pathOf(nodes.get(0));
    for (Node node : nodes) {
      List<String> other = pathOf(node);
      int same = 0;
      while (same < Math.min(path.size(), other.size()) && path.get(same).equals(other.get(same))) {
        same++;
      }
      path = path.subList(0, same);
    }
    // torchvision's inverted residual keeps its layers in a Sequential called "conv".
    boolean sequential = path.size() > 1 && path.get(path.size() - 1).equals("conv");
    return String.join(".", sequential ? path.subList(0, path.size() - 1) : path);
  }

  private static List<String> pathOf(Node node) {
    List<String> parts = List.of(node.name().split("[./]", -1));
    return parts.subList(0, parts.size() - 1);
  }

  /** The blocks with {@code blockN} where a name is empty or occurs twice. */
  static List<ResidualBlock> unique(List<ResidualBlock> blocks) {
    Set<String> used = new HashSet<>();
    List<ResidualBlock> named = new ArrayList<>();
    for (ResidualBlock block : blocks) {
      String name = block.name();
      for (int number = named.size() + 1; name.isEmpty() || !used.add(name); number++) {
        name = "block" + number;
      }
      named.add(renamed(block, name));
    }
    return named;
  }

  private static ResidualBlock renamed(ResidualBlock block, String name) {
    return new ResidualBlock(
        name,
        block.kind(),
        block.shortcutKind(),
        block.input(),
        block.residual(),
        block.shortcut(),
        block.sum(),
        block.output(),
        block.residualNodes(),
        block.shortcutNodes());
  }
}
