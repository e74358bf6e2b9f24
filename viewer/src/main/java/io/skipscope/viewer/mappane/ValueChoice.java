package io.skipscope.viewer.mappane;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.render.StepWords;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.WeightLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value whose maps, or a layer whose weights, can be chosen.
 *
 * @param value as {@link MapsChoice#value()} has it
 * @param tap its name in the run
 */
record ValueChoice(String value, String tap, String label) {
  /** The values of the run's block, and the chosen one if it is another. */
  static List<ValueChoice> of(BlockRun run, MapsChoice choice) {
    List<ValueChoice> choices = new ArrayList<>();
    Graph graph = run.model().graph();
    if (run.hasBlock()) {
      StepWords words = new StepWords(graph, run.plan());
      for (Step step : run.plan().steps()) {
        String shape = StepWords.shape(step.shape());
        String label = words.title(step) + "  " + shape;
        choices.add(new ValueChoice(step.valueName(), step.tap(), label));
      }
    }
    String tap = choice.tap(run.model(), run.block());
    if (choices.stream().noneMatch(c -> c.tap().equals(tap))) {
      graph.nodes().stream()
          .filter(node -> node.name().equals(tap))
          .map(node -> new ValueChoice(tap, tap, label(graph, node)))
          .forEach(choices::add);
    }
    return choices;
  }

  /** The layers with weights of a block, and the chosen one if it is another. */
  static List<ValueChoice> layersOf(OpenModel model, int block, MapsChoice choice) {
    Graph graph = model.graph();
    List<ValueChoice> choices = new ArrayList<>();
    if (block < model.blocks().size()) {
      ResidualBlock of = model.blocks().get(block).block();
      Stream.of(of.residualNodes(), of.shortcutNodes())
          .flatMap(List::stream)
          .flatMap(name -> WeightLayer.of(graph, graph.node(name)).stream())
          .map(ValueChoice::of)
          .forEach(choices::add);
    }
    WeightLayer.shown(model, block, choice)
        .map(ValueChoice::of)
        .filter(shown -> !choices.contains(shown))
        .ifPresent(choices::add);
    return choices;
  }

  private static ValueChoice of(WeightLayer layer) {
    String node = layer.node().name();
    return new ValueChoice(node, node, node + "  " + layer.shapeText());
  }

  private static String label(Graph graph, Node node) {
    return node.name() + "  " + StepWords.shape(graph.shape(node.output()));
  }
}
