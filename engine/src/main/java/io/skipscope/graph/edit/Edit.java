package io.skipscope.graph.edit;

import io.skipscope.graph.Graph;

/**
 * A change to a graph that somebody wants to see the effect of: a lesion, a scale, a swap.
 *
 * <p>Edits are made before the passes. Those that are a number become a factor of the graph (see
 * {@link Graph#factors}), so that moving a slider neither plans nor compiles anew.
 */
public sealed interface Edit permits ScaleBranch, ZeroChannel, SwapBlocks, EndAt {
  /**
   * @throws io.skipscope.error.GraphException if the graph has no such block, value or channel
   */
  Graph apply(Graph graph);
}
