package io.skipscope.viewer.job;

import io.skipscope.Session;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.job.Job;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunResult;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Survey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures all blocks of a model: the time of each, then the shares of the shortcuts. */
final class Surveyor {
  private Surveyor() {}

  static Survey survey(Session session, OpenModel model, Tensor input, Job job) {
    RunResult timed = session.runTimed(input, ends(model.graph()), job);
    RunResult tapped = session.run(input, branches(model.graph()), job);
    Map<String, Survey.Block> blocks = new HashMap<>();
    for (ResidualBlock block : model.graph().blocks()) {
      blocks.put(
          block.name(),
          new Survey.Block(
              nanos(model.graph(), block, timed.report().nodes()),
              session.device().id(),
              share(model.graph(), block, tapped)));
    }
    return new Survey(model, blocks);
  }

  /** What every block gives: tapped, so that no launch is for several blocks. */
  private static TapSet ends(Graph graph) {
    return new TapSet(
        graph.blocks().stream()
            .map(block -> new TapPoint(block.name() + ".output", block.output(), true))
            .toList());
  }

  /** F and s of every block, of which statistics are enough. */
  private static TapSet branches(Graph graph) {
    List<TapPoint> points = new ArrayList<>();
    for (ResidualBlock block : graph.blocks()) {
      if (block.hasShortcut()) {
        points.add(new TapPoint(block.name() + ".residual", block.residual(), true));
        points.add(new TapPoint(block.name() + ".shortcut", block.shortcut(), true));
      }
    }
    return new TapSet(points);
  }

  private static double share(Graph graph, ResidualBlock block, RunResult result) {
    if (!block.hasShortcut()) {
      return Double.NaN;
    }
    Shape shape = graph.shape(block.sum());
    double residual = norm(result.tap(block.name() + ".residual").stats(), shape);
    double shortcut = norm(result.tap(block.name() + ".shortcut").stats(), shape);
    return residual / (residual + shortcut);
  }

  /** The Euclidean norm, from each channel's mean and standard deviation. */
  private static double norm(ChannelStats stats, Shape shape) {
    double squares = 0;
    for (int c = 0; c < stats.channels(); c++) {
      double mean = stats.mean()[c];
      double std = stats.std()[c];
      squares += mean * mean + std * std;
    }
    return Math.sqrt(squares * shape.elementCount() / stats.channels());
  }

  private static long nanos(Graph graph, ResidualBlock block, List<NodeTime> times) {
    Set<String> names = new HashSet<>(block.residualNodes());
    names.addAll(block.shortcutNodes());
    for (String value : List.of(block.sum(), block.output())) {
      Node producer = graph.producer(value);
      names.add(producer.name());
    }
    return times.stream().filter(t -> names.contains(t.node())).mapToLong(NodeTime::nanos).sum();
  }
}
