package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.image.InputSpec;
import io.skipscope.measure.ModelInfo;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.InputChoice;
import io.skipscope.viewer.state.OpenModel;
import java.util.ArrayList;
import java.util.List;

/** Sums up a model for the list of blocks. */
final class OpenModels {
  private OpenModels() {}

  static OpenModel of(String source, Model model) {
    return of(source, model, model);
  }

  /**
   * A model for pictures of the size that was chosen.
   *
   * @throws io.skipscope.error.GraphException if the network takes one size only
   */
  static OpenModel sized(OpenModel open, InputChoice choice) {
    Model opened = open.opened();
    InputSpec usual = opened.inputSpec();
    int height = choice.hasSize() ? choice.height() : usual.height();
    int width = choice.hasSize() ? choice.width() : usual.width();
    if (isSize(open.inputSpec(), height, width)) {
      return open;
    }
    Model sized = isSize(usual, height, width) ? opened : opened.withInputSize(height, width);
    return of(open.source(), sized, opened);
  }

  private static boolean isSize(InputSpec spec, int height, int width) {
    return spec.height() == height && spec.width() == width;
  }

  private static OpenModel of(String source, Model model, Model opened) {
    Graph graph = model.graph();
    List<ModelInfo.Block> counts = ModelInfo.of(graph).blocks();
    List<BlockSummary> blocks = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      ResidualBlock block = graph.blocks().get(i);
      blocks.add(new BlockSummary(block, Stages.of(graph, block), counts.get(i)));
    }
    return new OpenModel(source, model, blocks, opened);
  }
}
