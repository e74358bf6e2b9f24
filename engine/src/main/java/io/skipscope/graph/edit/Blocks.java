package io.skipscope.graph.edit;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;

/** Finds the blocks that edits name. */
final class Blocks {
  private Blocks() {}

  static ResidualBlock named(Graph graph, String name) {
    return graph.blocks().stream()
        .filter(block -> block.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new GraphException("block " + name, "no such block", "one that info lists"));
  }

  static ResidualBlock withShortcut(Graph graph, String name) {
    ResidualBlock block = named(graph, name);
    if (!block.hasShortcut()) {
      throw new GraphException("block " + name, "no shortcut", "a block with a sum");
    }
    return block;
  }
}
