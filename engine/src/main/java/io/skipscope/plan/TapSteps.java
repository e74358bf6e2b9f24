package io.skipscope.plan;

import io.skipscope.device.HostLaunch;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tap.HostStats;
import io.skipscope.tap.StatsLaunches;
import io.skipscope.tap.StatsTable;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The launches that look at tapped values: a sum that looks at its operands and results as it adds,
 * else a launch right after a value has been written, while caches still hold it.
 */
public final class TapSteps {
  private final Graph graph;
  private final boolean runsKernels;
  private final StatsTable table;
  private final TappedSums sums;
  private final Set<String> readValues = new HashSet<>();
  private final Map<String, Long> bufferBytes = new HashMap<>();
  private final Map<String, Long> copyBytes = new LinkedHashMap<>();

  /**
   * @param graph as compiled, with layouts
   */
  TapSteps(Graph graph, TapSet taps, boolean runsKernels) {
    this.graph = graph;
    this.runsKernels = runsKernels;
    table = StatsTable.of(graph, taps);
    sums = new TappedSums(graph, runsKernels ? taps.values() : Set.of());
    taps.points().stream()
        .filter(point -> !point.statsOnly())
        .map(TapPoint::value)
        .forEach(readValues::add);
    if (table.channels() > 0) {
      bufferBytes.put(StatsTable.BUFFER, table.sizeBytes());
    }
  }

  /** The buffer that holds a tapped value's numbers in NCHW: its own, or a copy of it. */
  public static String nchwOf(Graph graph, String value) {
    return isPlain(graph, value) ? value : value + "#nchw";
  }

  /** Sizes of the buffers that the launches use beside values of the graph. */
  Map<String, Long> bufferBytes() {
    return bufferBytes;
  }

  /**
   * Sizes of those among them that hold what the host wants to read, as it wants it, where the
   * device shares its memory: kernels on blocks are for processors.
   */
  Map<String, Long> copyBytes() {
    return copyBytes;
  }

  /** What computes a node and looks at values around it; empty if its own kernels compute it. */
  Optional<KernelLaunch> insteadOf(Node node) {
    return sums.of(node)
        .map(
            sum ->
                sum.launch(
                    graph.shape(node.output()),
                    value -> sums.isLookedAtBy(sum, value) ? look(value) : TappedSum.Look.NONE));
  }

  private TappedSum.Look look(String value) {
    return new TappedSum.Look(table.firstChannel(value), copyOf(value));
  }

  /** What looks at a value right after it has been written; empty if nobody does. */
  List<? extends Launch> after(String value) {
    if (!table.firstChannels().containsKey(value) || sums.isLookedAt(value)) {
      return List.of();
    }
    Shape shape = graph.shape(value);
    int firstChannel = table.firstChannel(value);
    if (!runsKernels) {
      String node = StatsLaunches.nodeOf(value);
      return List.of(new HostLaunch(node, HostStats.task(value, shape, firstChannel)));
    }
    if (isPlain(graph, value)) {
      String scratch = value + "#scratch";
      bufferBytes.put(scratch, StatsLaunches.scratchSizeBytes(shape));
      return StatsLaunches.ofPlain(value, shape, firstChannel, scratch);
    }
    return List.of(StatsLaunches.ofBlocked(value, shape, firstChannel, copyOf(value)));
  }

  /** The buffer for the copy of a value in blocks; null if only its statistics are read. */
  private String copyOf(String value) {
    copyBytes.put(StatsTable.BUFFER, table.sizeBytes());
    if (!readValues.contains(value)) {
      return null;
    }
    String copy = nchwOf(graph, value);
    addCopy(copy, graph.shape(value), graph.value(value).layout().dataType());
    return copy;
  }

  private void addCopy(String name, Shape shape, DataType type) {
    long sizeBytes = Layout.NCHW.withDataType(type).sizeBytes(shape);
    bufferBytes.put(name, sizeBytes);
    if (type == DataType.FLOAT32) {
      copyBytes.put(name, sizeBytes);
    }
  }

  private static boolean isPlain(Graph graph, String value) {
    return graph.shape(value).rank() != 4 || graph.value(value).layout().isPlain();
  }
}
