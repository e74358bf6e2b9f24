package io.skipscope.viewer.layout;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.layout.NetPart.Bar;
import io.skipscope.viewer.layout.NetPart.Kind;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Sets a network's operators and blocks along the trunk, in running order. One use each. */
public final class NetArranger {
  private static final double LEAST_BAR = 6;

  private final Graph graph;
  private final List<String> stages;
  private final Predicate<String> stageOpen;
  private final Predicate<String> operatorsShown;
  private final NetMetrics metrics;
  private final int widest;
  private final List<NetPart> parts = new ArrayList<>();
  private double y;

  private NetArranger(
      Graph graph,
      List<String> stages,
      Predicate<String> stageOpen,
      Predicate<String> operatorsShown,
      NetMetrics metrics) {
    this.graph = graph;
    this.stages = stages;
    this.stageOpen = stageOpen;
    this.operatorsShown = operatorsShown;
    this.metrics = metrics;
    widest =
        graph.blocks().stream()
            .flatMap(block -> block.residualNodes().stream())
            .mapToInt(node -> channels(graph.node(node).output()))
            .max()
            .orElse(1);
  }

  /** Whether a network can be set along one trunk. */
  public static boolean suits(Graph graph) {
    return new BlockMembers(graph).isChain();
  }

  /**
   * @param graph with shapes inferred and blocks found
   * @param stages the stage of each block
   * @param stageOpen whether a stage's blocks are shown
   * @param operatorsShown whether a block's operators are shown
   */
  public static NetGeometry arrange(
      Graph graph,
      List<String> stages,
      Predicate<String> stageOpen,
      Predicate<String> operatorsShown,
      NetMetrics metrics) {
    NetArranger arranger = new NetArranger(graph, stages, stageOpen, operatorsShown, metrics);
    arranger.run();
    return new NetGeometry(
        arranger.parts, List.of(), arranger.widest, metrics, metrics.width(), arranger.y);
  }

  private void run() {
    y = metrics.line() / 2;
    Map<String, Integer> starts = new HashMap<>();
    BlockMembers members = new BlockMembers(graph);
    for (int i = 0; i < graph.blocks().size(); i++) {
      starts.put(graph.blocks().get(i).residualNodes().get(0), i);
    }
    for (Node node : graph.nodes()) {
      Integer block = starts.get(node.name());
      if (block != null) {
        block(block);
      } else if (members.blockOf(node) < 0) {
        add(Kind.OPERATOR, node.name(), -1, metrics.operatorHeight(), List.of());
      }
    }
    y += metrics.line() / 2;
  }

  private void block(int index) {
    String stage = stages.get(index);
    boolean starts = index == 0 || !stages.get(index - 1).equals(stage);
    boolean open = stageOpen.test(stage);
    if (starts) {
      double height = open ? metrics.headingHeight() : metrics.blockHeight();
      add(open ? Kind.HEADING : Kind.STAGE, stage, index, height, List.of());
    }
    if (open) {
      ResidualBlock block = graph.blocks().get(index);
      List<Node> steps = steps(block);
      double step = stepHeight(block, steps.size());
      double top = operatorsShown.test(block.name()) ? metrics.wordsHeight() : metrics.blockPad();
      List<Bar> bars = bars(steps, y + top, step);
      double height = top + bars.size() * step + metrics.blockPad();
      add(Kind.BLOCK, block.name(), index, height, bars);
    }
  }

  private double stepHeight(ResidualBlock block, int steps) {
    double folded = (metrics.blockHeight() - 2 * metrics.blockPad()) / steps;
    return operatorsShown.test(block.name()) ? metrics.stepHeight() : folded;
  }

  /** The operators of F, or only its convolutions. */
  private List<Node> steps(ResidualBlock block) {
    List<Node> all = block.residualNodes().stream().map(graph::node).toList();
    List<Node> convolutions = all.stream().filter(node -> node.op().equals("Conv")).toList();
    boolean everything = operatorsShown.test(block.name()) || convolutions.isEmpty();
    return everything ? all : convolutions;
  }

  private List<Bar> bars(List<Node> steps, double first, double height) {
    List<Bar> bars = new ArrayList<>();
    double top = first;
    for (Node node : steps) {
      double width = Math.max(LEAST_BAR, metrics.branchWidth() * share(channels(node.output())));
      double left = metrics.branchX() + (metrics.branchWidth() - width) / 2;
      bars.add(new Bar(node, new Rectangle2D.Double(left, top + 1.5, width, height - 3)));
      top += height;
    }
    return bars;
  }

  /** The square root, so that the thin blocks at the start of a network can still be compared. */
  private double share(int channels) {
    return Math.sqrt(channels / (double) widest);
  }

  private int channels(String value) {
    Shape shape = graph.shape(value);
    return shape.rank() < 2 ? 1 : shape.channels();
  }

  private void add(Kind kind, String name, int block, double height, List<Bar> bars) {
    parts.add(
        new NetPart(
            kind, name, block, new Rectangle2D.Double(0, y, metrics.width(), height), bars));
    y += height;
  }
}
