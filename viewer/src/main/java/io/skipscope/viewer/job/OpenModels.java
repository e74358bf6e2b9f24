package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.measure.ModelInfo;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.OpenModel;
import java.util.ArrayList;
import java.util.List;

/** Sums up a model for the list of blocks. */
final class OpenModels {
  private OpenModels() {}

  static OpenModel of(String source, Model model) {
    Graph graph = model.graph();
    List<ModelInfo.Block> counts = ModelInfo.of(graph).blocks();
    List<BlockSummary> blocks = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      ResidualBlock block = graph.blocks().get(i);
      blocks.add(new BlockSummary(block, Stages.of(graph, block), counts.get(i)));
    }
    return new OpenModel(source, model, blocks);
  }
}
