package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.Event;
import io.skipscope.device.Launch;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.plan.DevicePlan;
import io.skipscope.plan.Plan;
import io.skipscope.plan.Step;
import io.skipscope.tensor.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the finished launches of one plan into {@link RunReport}s. */
final class Reporter {
  /** What is known of a launch before it runs; small nets run too often to ask each time. */
  private record Work(String node, String op, String kernel, long bytes) {}

  private final Device device;
  private final Plan plan;
  private final ParameterStore parameters;
  private final List<Work> works;

  Reporter(Device device, Plan plan, ParameterStore parameters) {
    this.device = device;
    this.plan = plan;
    this.parameters = parameters;
    works = works(plan);
  }

  private static List<Work> works(Plan plan) {
    Graph graph = plan.graph();
    Map<String, Node> nodes =
        graph.nodes().stream().collect(Collectors.toMap(Node::name, Function.identity()));
    List<Work> works = new ArrayList<>();
    for (Step step : plan.devices().get(0).steps()) {
      Launch launch = ((Step.Run) step).launch();
      Node node = nodes.get(launch.node());
      String op = node == null ? "Statistics" : node.op();
      long bytes =
          node == null ? 0 : bytes(plan, Operators.get(op).cost(NodeContext.of(graph, node)));
      works.add(new Work(launch.node(), op, launch.kernelName(), bytes));
    }
    return works;
  }

  /** Costs count float32 values. */
  private static long bytes(Plan plan, Cost cost) {
    return cost.bytes() / DataType.FLOAT32.sizeBytes() * plan.storage().sizeBytes();
  }

  /**
   * @param events of the plan's steps, in their order; none if nothing was timed
   * @param leftOut so many steps were not done
   */
  RunReport report(List<Event> events, long totalNanos, int leftOut) {
    List<NodeTime> times = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      Work work = works.get(i);
      long nanos = events.get(i).elapsedNanos();
      times.add(
          new NodeTime(
              work.node(), work.op(), work.kernel(), device.info().id(), nanos, work.bytes()));
    }
    DevicePlan part = plan.devices().get(0);
    long arenas = part.memory().totalBytes() + part.taps().sizeBytes();
    List<String> fallbacks = new ArrayList<>(plan.fallbacks());
    fallbacks.addAll(device.problems());
    return new RunReport(
        device.info(), totalNanos, arenas, parameters.sizeBytes(), times, leftOut, fallbacks);
  }
}
