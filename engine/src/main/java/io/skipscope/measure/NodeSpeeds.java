package io.skipscope.measure;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.run.DeviceSpeed;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How fast each node ran, from the reports of many runs of one plan. */
final class NodeSpeeds {
  private static final Cost NOTHING = new Cost(0, 0, 0);

  /** A node's launches, or those that take statistics of the value of that name. */
  private record Work(String name, String op) {}

  private final Map<String, Node> nodes;
  private final Graph graph;
  private final DeviceSpeed device;
  private final Map<Work, Latencies> times = new LinkedHashMap<>();
  private final Map<Work, Set<String>> kernels = new LinkedHashMap<>();

  private NodeSpeeds(Graph graph, DeviceSpeed device) {
    this.graph = graph;
    this.device = device;
    nodes = graph.nodes().stream().collect(Collectors.toMap(Node::name, Function.identity()));
  }

  /**
   * @param graph as compiled
   */
  static List<BenchReport.NodeSpeed> of(Graph graph, List<RunReport> reports, DeviceSpeed device) {
    NodeSpeeds speeds = new NodeSpeeds(graph, device);
    reports.forEach(speeds::add);
    List<BenchReport.NodeSpeed> rows = new ArrayList<>();
    speeds.times.forEach((work, latencies) -> rows.add(speeds.row(work, latencies)));
    return rows;
  }

  private void add(RunReport report) {
    Map<Work, Long> nanos = new LinkedHashMap<>();
    for (NodeTime launch : report.nodes()) {
      Work work = new Work(launch.node(), launch.op());
      nanos.merge(work, launch.nanos(), Long::sum);
      kernels.computeIfAbsent(work, key -> new LinkedHashSet<>()).add(launch.kernel());
    }
    nanos.forEach((work, sum) -> times.computeIfAbsent(work, key -> new Latencies()).add(sum));
  }

  private BenchReport.NodeSpeed row(Work work, Latencies latencies) {
    double millis = latencies.medianMillis();
    double nanos = Math.max(1, millis * 1e6);
    Cost cost = cost(work);
    double gflops = cost.flops() / nanos;
    double gbps = cost.bytes() / nanos;
    return new BenchReport.NodeSpeed(
        work.name(),
        work.op(),
        String.join("+", kernels.get(work)),
        millis,
        gflops,
        gflops / device.peakGflops(),
        gbps,
        gbps / device.copyGbps());
  }

  private Cost cost(Work work) {
    Node node = nodes.get(work.name());
    return node == null || !node.op().equals(work.op())
        ? NOTHING
        : Operators.get(node.op()).cost(NodeContext.of(graph, node));
  }
}
