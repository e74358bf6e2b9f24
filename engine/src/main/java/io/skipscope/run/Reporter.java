package io.skipscope.run;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.Event;
import io.skipscope.device.Launch;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns finished launches into a {@link RunReport}. */
record Reporter(DeviceInfo device, ParameterStore parameters) {
  RunReport report(Plan plan, List<Launch> launches, List<Event> events, long totalNanos) {
    Graph graph = plan.graph();
    Map<String, Node> nodes =
        graph.nodes().stream().collect(Collectors.toMap(Node::name, Function.identity()));
    List<NodeTime> times = new ArrayList<>();
    for (int i = 0; i < launches.size(); i++) {
      Launch launch = launches.get(i);
      Node node = nodes.get(launch.node());
      String op = node == null ? "Statistics" : node.op();
      long bytes = node == null ? 0 : Operators.get(op).cost(NodeContext.of(graph, node)).bytes();
      times.add(
          new NodeTime(
              launch.node(),
              op,
              launch.kernelName(),
              device.id(),
              events.get(i).elapsedNanos(),
              bytes));
    }
    long arenas = plan.devices().get(0).memory().totalBytes();
    return new RunReport(
        device, totalNanos, arenas, parameters.sizeBytes(), times, plan.fallbacks());
  }
}
