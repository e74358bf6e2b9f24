package io.skipscope.plan;

import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.Value;
import io.skipscope.pass.AssignLayouts;
import io.skipscope.tap.StatsTable;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out from when to when each value is needed, on the order in which the steps run. */
final class Lifetimes {
  private final Graph graph;
  private final List<Set<String>> touched;
  private final Map<String, Long> scratchBytes;
  private final Set<String> keptZero;
  private final boolean restartable;
  private final Map<String, int[]> spans = new LinkedHashMap<>();

  /**
   * @param touched per step the buffers, other than stored values, that it reads or writes
   * @param scratchBytes sizes of the buffers among them that are no values of the graph
   * @param keptZero those of these that live from run to run
   * @param restartable whether tapped branches of blocks are needed by a later run
   */
  Lifetimes(
      Graph graph,
      List<Set<String>> touched,
      Map<String, Long> scratchBytes,
      Set<String> keptZero,
      boolean restartable) {
    this.graph = graph;
    this.keptZero = keptZero;
    this.restartable = restartable;
    this.touched = touched;
    this.scratchBytes = scratchBytes;
  }

  List<Lifetime> of(TapSet taps) {
    int end = touched.size();
    for (int step = 0; step < end; step++) {
      for (String value : touched.get(step)) {
        touch(value, step);
      }
    }
    graph.inputs().forEach(input -> touch(input, -1));
    graph.outputs().forEach(output -> touch(AssignLayouts.nchwOf(graph, output), end));
    if (spans.containsKey(StatsTable.BUFFER)) {
      touch(StatsTable.BUFFER, end);
    }
    for (TapPoint tap : taps.points()) {
      String numbers = TapSteps.nchwOf(graph, tap.value());
      if (!tap.statsOnly() && spans.containsKey(numbers)) {
        touch(numbers, end);
      }
    }
    for (String counters : keptZero) {
      touch(counters, -1);
      touch(counters, end);
    }
    graph.blocks().forEach(this::keepBlockInput);
    if (restartable) {
      keepBranches(taps, end);
    }
    List<Lifetime> lifetimes = new ArrayList<>();
    spans.forEach((name, s) -> lifetimes.add(new Lifetime(name, sizeBytes(name), s[0], s[1])));
    return lifetimes;
  }

  /** A block's input stays until the block ends, so that a failed launch can be done again. */
  private void keepBlockInput(ResidualBlock block) {
    int[] output = spans.get(block.output());
    if (output != null && spans.containsKey(block.input())) {
      touch(block.input(), output[0]);
    }
  }

  /** Those whose numbers are read: of all blocks together, they would be too many. */
  private void keepBranches(TapSet taps, int end) {
    Set<String> read =
        taps.points().stream()
            .filter(point -> !point.statsOnly())
            .map(TapPoint::value)
            .collect(Collectors.toSet());
    graph.blocks().stream()
        .flatMap(ResidualBlock::branches)
        .filter(branch -> read.contains(branch) && spans.containsKey(branch))
        .forEach(branch -> touch(branch, end));
  }

  private void touch(String value, int step) {
    int[] span = spans.computeIfAbsent(value, key -> new int[] {step, step});
    span[0] = Math.min(span[0], step);
    span[1] = Math.max(span[1], step);
  }

  private long sizeBytes(String name) {
    Value value = graph.values().get(name);
    long bytes =
        value == null ? scratchBytes.get(name) : value.layout().sizeBytes(graph.shape(name));
    return Math.max(bytes, Float.BYTES);
  }
}
