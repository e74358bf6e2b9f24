package io.skipscope.viewer;

import io.skipscope.Model;
import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import io.skipscope.load.LoadedModel;
import io.skipscope.measure.ModelInfo;
import io.skipscope.viewer.layout.NetArranger;
import io.skipscope.viewer.layout.NetGeometry;
import io.skipscope.viewer.layout.NetMetrics;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.OpenModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Nets as the window holds them. */
public final class OpenNets {
  /** How the network is drawn. */
  public static final NetMetrics METRICS = new NetMetrics(16, 300);

  private OpenNets() {}

  /** The drawing of a network whose stages are open and whose blocks are closed. */
  public static NetGeometry chain(OpenModel model) {
    return chain(model, METRICS);
  }

  /** Likewise, of other distances. */
  public static NetGeometry chain(OpenModel model, NetMetrics metrics) {
    return NetArranger.arrange(
        model.graph(),
        model.blocks().stream().map(BlockSummary::stage).toList(),
        stage -> true,
        block -> false,
        metrics);
  }

  /** Its blocks are one stage, {@code all}. */
  public static OpenModel resNet20() {
    return of(Nets.resNet20(), 32);
  }

  /** Likewise. */
  public static OpenModel mobileNetV2() {
    return of(Nets.mobileNetV2(), 224);
  }

  private static OpenModel of(Graph graph, int side) {
    InputSpec input = InputSpec.imageNet(side, side);
    Model model = Model.of(new LoadedModel("net", graph, input, List.of(), Map.of(), "test"));
    List<ModelInfo.Block> counts = ModelInfo.of(model.graph()).blocks();
    List<BlockSummary> blocks = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      blocks.add(new BlockSummary(model.graph().blocks().get(i), "all", counts.get(i)));
    }
    return new OpenModel("net", model, blocks);
  }
}
