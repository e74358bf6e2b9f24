package io.skipscope.viewer.layout;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.viewer.layout.Step.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which values of a block the card shows, and in which column and row.
 *
 * <p>F is set in columns, one for each convolution and what follows it (batch norm, activation), so
 * that a reader sees thin - wide - wide - thin from left to right. The trunk (x, s(x), sum, output)
 * is the row beneath.
 *
 * @param branchColumns columns that F takes, at least 1
 * @param branchRows rows that F takes, at least 1
 */
public record CardPlan(ResidualBlock block, List<Step> steps, int branchColumns, int branchRows) {
  private static final int MAX_ROWS = 4;

  public CardPlan {
    steps = List.copyOf(steps);
  }

  /**
   * @param graph with shapes inferred, of which {@code block} is a block
   */
  public static CardPlan of(Graph graph, ResidualBlock block) {
    List<List<Node>> columns = columns(graph, block);
    int rows = columns.stream().mapToInt(List::size).max().orElse(1);
    List<Step> steps = new ArrayList<>();
    steps.add(trunkStep(graph, Role.INPUT, block.name() + ".input", block.input(), 0, rows));
    addBranch(graph, block, columns, steps);
    int last = Math.max(1, columns.size());
    String output = block.name() + ".output";
    if (block.hasShortcut()) {
      String shortcut = block.name() + ".shortcut";
      steps.add(trunkStep(graph, Role.SHORTCUT, shortcut, block.shortcut(), last, rows));
      steps.add(trunkStep(graph, Role.SUM, block.name() + ".sum", block.sum(), last + 1, rows));
      if (!block.output().equals(block.sum())) {
        steps.add(trunkStep(graph, Role.OUTPUT, output, block.output(), last + 2, rows));
      }
    } else {
      steps.add(trunkStep(graph, Role.OUTPUT, output, block.output(), last + 1, rows));
    }
    return new CardPlan(block, steps, last, rows);
  }

  private static Step trunkStep(
      Graph graph, Role role, String tap, String value, int column, int row) {
    return new Step(role, tap, graph.shape(value), graph.producer(value), column, row);
  }

  private static void addBranch(
      Graph graph, ResidualBlock block, List<List<Node>> columns, List<Step> steps) {
    for (int c = 0; c < columns.size(); c++) {
      for (int r = 0; r < columns.get(c).size(); r++) {
        Node node = columns.get(c).get(r);
        boolean last = node.output().equals(block.residual());
        steps.add(
            new Step(
                last ? Role.RESIDUAL : Role.BRANCH,
                last ? block.name() + ".residual" : node.name(),
                graph.shape(node.output()),
                node,
                c + 1,
                r));
      }
    }
  }

  private static List<List<Node>> columns(Graph graph, ResidualBlock block) {
    List<List<Node>> columns = new ArrayList<>();
    for (String name : block.residualNodes()) {
      Node node = graph.node(name);
      if (columns.isEmpty() || startsColumn(node) || last(columns).size() == MAX_ROWS) {
        columns.add(new ArrayList<>());
      }
      last(columns).add(node);
    }
    return columns;
  }

  private static boolean startsColumn(Node node) {
    return node.op().equals("Conv") || node.op().equals("Gemm");
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  /** The names of all taps that the card needs, each once. */
  public List<String> taps() {
    return steps.stream().map(Step::tap).distinct().toList();
  }

  public Optional<Step> step(Role role) {
    return steps.stream().filter(step -> step.role() == role).findFirst();
  }

  /** The largest number of channels of any value: what widths are drawn relative to. */
  public int widestChannels() {
    return steps.stream().mapToInt(Step::channels).max().orElse(1);
  }

  public int columnCount() {
    return 1 + steps.stream().mapToInt(Step::column).max().orElse(0);
  }

  /** Why there is no shortcut, or empty if there is one. */
  public Optional<NoShortcut> noShortcut() {
    if (block.hasShortcut()) {
      return Optional.empty();
    }
    Step input = step(Role.INPUT).orElseThrow();
    Step output = step(Role.OUTPUT).orElseThrow();
    return Optional.of(NoShortcut.between(input.shape(), output.shape()));
  }

  /** Whether F ends without an activation on purpose: MobileNetV2's linear bottleneck. */
  public boolean hasLinearEnd() {
    return block.kind() == BlockKind.INVERTED_RESIDUAL;
  }
}
