package io.skipscope.viewer.graphpane;

import io.skipscope.job.DaemonThreads;
import io.skipscope.viewer.layout.LayeredArranger;
import io.skipscope.viewer.layout.NetArranger;
import io.skipscope.viewer.layout.NetGeometry;
import io.skipscope.viewer.layout.NetMetrics;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.Folds;
import io.skipscope.viewer.state.OpenModel;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Arranges the network: a chain at once, any other on a thread of its own. Event thread. */
final class NetLayout {
  private final Consumer<NetGeometry> onDone;
  private final ExecutorService thread = DaemonThreads.single("skipscope-network-layout");
  private volatile Object latest;

  /**
   * @param onDone told on the event thread; gets null while there is nothing to show
   */
  NetLayout(Consumer<NetGeometry> onDone) {
    this.onDone = onDone;
  }

  /** Arranges a model, which makes any other arrangement that is under way pointless. */
  void arrange(OpenModel model, Folds folds, NetMetrics metrics) {
    Object mine = new Object();
    latest = mine;
    if (model == null) {
      onDone.accept(null);
    } else if (NetArranger.suits(model.graph())) {
      onDone.accept(chain(model, folds, metrics));
    } else {
      thread.execute(
          () -> {
            if (latest == mine) {
              NetGeometry layered =
                  LayeredArranger.arrange(model.graph(), folds::areOperatorsShown, metrics);
              EventQueue.invokeLater(() -> show(mine, layered));
            }
          });
    }
  }

  private void show(Object request, NetGeometry geometry) {
    if (latest == request) {
      onDone.accept(geometry);
    }
  }

  private static NetGeometry chain(OpenModel model, Folds folds, NetMetrics metrics) {
    List<String> stages = model.blocks().stream().map(BlockSummary::stage).toList();
    return NetArranger.arrange(
        model.graph(), stages, folds::isStageOpen, folds::areOperatorsShown, metrics);
  }
}
