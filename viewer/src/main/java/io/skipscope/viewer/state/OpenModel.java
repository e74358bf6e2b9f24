package io.skipscope.viewer.state;

import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import java.util.List;

/**
 * An open model, as the window shows it.
 *
 * @param source how it was asked for: a path or a model name
 * @param origin one line: which file, format, architecture and weights
 * @param graph with shapes inferred and blocks found, before any folding
 */
public record OpenModel(
    String source,
    String name,
    String origin,
    Graph graph,
    InputSpec inputSpec,
    List<BlockSummary> blocks) {
  public OpenModel {
    blocks = List.copyOf(blocks);
  }
}
