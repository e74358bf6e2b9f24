package io.skipscope.viewer.job;

import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.viewer.render.StepWords;
import io.skipscope.viewer.text.Text;

/** Names the groups in which blocks are listed. */
final class Stages {
  private Stages() {}

  /**
   * The module that holds the block ({@code layer2} of {@code layer2.0}); where one module holds
   * all blocks, the shape that the block gives.
   */
  static String of(Graph graph, ResidualBlock block) {
    String module = module(block);
    boolean oneForAll = graph.blocks().stream().allMatch(b -> module(b).equals(module));
    return oneForAll ? Text.of("list.stage", StepWords.shape(graph.shape(block.output()))) : module;
  }

  private static String module(ResidualBlock block) {
    int dot = block.name().lastIndexOf('.');
    return dot < 0 ? "" : block.name().substring(0, dot);
  }
}
