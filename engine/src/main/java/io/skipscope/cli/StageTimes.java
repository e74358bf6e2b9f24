package io.skipscope.cli;

import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.op.conv.ConvChain;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunReport;
import io.skipscope.tensor.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How long each stage of a network took: the stem, blocks of one map size together, the head. */
final class StageTimes {
  private static final String STEM = "stem";
  private static final String HEAD = "head";

  private StageTimes() {}

  /** A table of stages in running order. */
  static TextTable of(Graph graph, RunReport report) {
    Map<String, String> stageOfNode = stageOfNode(graph);
    Map<String, Long> nanosOfStage = new LinkedHashMap<>();
    int lastInBlock = lastInBlock(report, stageOfNode);
    String stage = STEM;
    for (int i = 0; i < report.nodes().size(); i++) {
      NodeTime time = report.nodes().get(i);
      stage = i > lastInBlock ? HEAD : stagesOf(time.node(), stageOfNode).orElse(stage);
      nanosOfStage.merge(stage, time.nanos(), Long::sum);
    }
    TextTable table = new TextTable("stage", "ms");
    nanosOfStage.forEach((name, nanos) -> table.row(name, millis(nanos)));
    return table;
  }

  private static Map<String, String> stageOfNode(Graph graph) {
    Map<String, String> stages = new HashMap<>();
    for (ResidualBlock block : graph.blocks()) {
      String stage = stage(graph.shape(block.output()));
      block.residualNodes().forEach(node -> stages.put(node, stage));
      block.shortcutNodes().forEach(node -> stages.put(node, stage));
      stages.put(graph.producer(block.sum()).name(), stage);
      stages.put(graph.producer(block.output()).name(), stage);
    }
    return stages;
  }

  /** The stage of a launch's node, or the first and the last one that it computes. */
  private static Optional<String> stagesOf(String node, Map<String, String> stageOfNode) {
    return ConvChain.ends(node).stream()
        .map(stageOfNode::get)
        .filter(Objects::nonNull)
        .distinct()
        .reduce((first, last) -> first + " to " + last);
  }

  private static String stage(Shape map) {
    return map.rank() == 4 ? "maps of " + map.height() + "x" + map.width() : "blocks";
  }

  /** The index of the last launch that belongs to a block; without blocks, of the last of all. */
  private static int lastInBlock(RunReport report, Map<String, String> stageOfNode) {
    for (int i = report.nodes().size() - 1; i >= 0; i--) {
      if (stagesOf(report.nodes().get(i).node(), stageOfNode).isPresent()) {
        return i;
      }
    }
    return report.nodes().size();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }
}
