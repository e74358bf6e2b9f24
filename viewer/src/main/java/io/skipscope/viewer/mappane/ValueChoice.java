package io.skipscope.viewer.mappane;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.render.StepWords;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.MapsChoice;
import java.util.ArrayList;
import java.util.List;

/**
 * A value whose maps can be chosen.
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

  private static String label(Graph graph, Node node) {
    return node.name() + "  " + StepWords.shape(graph.shape(node.output()));
  }
}
