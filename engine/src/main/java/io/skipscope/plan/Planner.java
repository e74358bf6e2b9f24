package io.skipscope.plan;

import io.skipscope.device.Arg;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.Operators;
import io.skipscope.pass.InferShapes;
import io.skipscope.pass.Passes;
import io.skipscope.tap.HostStats;
import io.skipscope.tap.StatsLaunches;
import io.skipscope.tap.TapPoint;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles a prepared graph for one device: passes, choice of kernels, memory. */
public final class Planner {
  private final DeviceInfo device;
  private final boolean runsKernels;
  private final PlanOptions options;
  private final List<Step> steps = new ArrayList<>();
  private final List<Set<String>> touched = new ArrayList<>();
  private final List<String> fallbacks = new ArrayList<>();
  private final Map<String, Long> scratchBytes = new HashMap<>();

  private Planner(DeviceInfo device, boolean runsKernels, PlanOptions options) {
    this.device = device;
    this.runsKernels = runsKernels;
    this.options = options;
  }

  /**
   * @param key whose graph has been through {@link Passes#prepare}
   * @param runsKernels whether the device runs kernels, else plain Java
   * @throws io.skipscope.error.GraphException if the input shapes do not fit the graph
   */
  public static Plan plan(PlanKey key, DeviceInfo device, boolean runsKernels) {
    return new Planner(device, runsKernels, key.options()).plan(key);
  }

  private Plan plan(PlanKey key) {
    Graph shaped = InferShapes.withInputs(key.graph().graph(), key.inputs());
    Graph graph = Passes.compile(shaped, key.taps().values(), options.passes());
    Map<String, Shape> watched = watched(graph, key);
    addStats(graph.inputs(), watched);
    for (Node node : graph.nodes()) {
      addNode(graph, node);
      addStats(node.writes(), watched);
    }
    List<Lifetime> lifetimes = new Lifetimes(graph, touched, scratchBytes).of(key.taps());
    MemoryPlan memory =
        MemoryPlan.of(lifetimes, device.baseAddressAlignBytes(), device.maxAllocBytes());
    return new Plan(key, graph, List.of(new DevicePlan(device.id(), steps, memory)), fallbacks);
  }

  private static Map<String, Shape> watched(Graph graph, PlanKey key) {
    Map<String, Shape> watched = new LinkedHashMap<>();
    for (TapPoint tap : key.taps().points()) {
      watched.put(tap.value(), graph.shape(tap.value()));
    }
    return watched;
  }

  private void addNode(Graph graph, Node node) {
    Operator operator = Operators.get(node.op());
    NodeContext context = NodeContext.of(graph, node);
    if (runsKernels) {
      variant(operator, context).launches(context).forEach(this::addKernel);
    } else {
      Set<String> values = new HashSet<>(node.reads());
      values.addAll(node.writes());
      add(new HostLaunch(node.name(), operator.reference(context)), values);
    }
  }

  private void addKernel(KernelLaunch launch) {
    Set<String> buffers = new HashSet<>();
    for (Arg arg : launch.args()) {
      if (arg instanceof Arg.Buffer buffer) {
        buffers.add(buffer.value());
      }
    }
    add(launch, buffers);
  }

  private void add(Launch launch, Set<String> buffers) {
    steps.add(new Step.Run(launch));
    touched.add(buffers);
  }

  private KernelVariant variant(Operator operator, NodeContext context) {
    List<KernelVariant> accepting =
        operator.variants().stream().filter(v -> v.accepts(context, device)).toList();
    if (options.family() == null) {
      return accepting.get(0);
    }
    for (KernelVariant variant : accepting) {
      if (variant.family() == options.family()) {
        return variant;
      }
    }
    KernelVariant last = accepting.get(accepting.size() - 1);
    fallbacks.add(
        context.node().name() + ": no kernel of family " + options.family() + ", " + last.name());
    return last;
  }

  /** Statistics are taken right after a value is written, while its memory is surely its own. */
  private void addStats(List<String> written, Map<String, Shape> watched) {
    for (String value : written) {
      Shape shape = watched.get(value);
      if (shape != null) {
        addStatsOf(value, shape);
      }
    }
  }

  private void addStatsOf(String value, Shape shape) {
    String result = StatsValues.result(value);
    String scratch = StatsValues.scratch(value);
    scratchBytes.put(result, StatsLaunches.resultSizeBytes(shape));
    if (runsKernels) {
      scratchBytes.put(scratch, StatsLaunches.scratchSizeBytes(shape));
      StatsLaunches.of(value, shape, result, scratch).forEach(this::addKernel);
    } else {
      HostLaunch launch = new HostLaunch(result, HostStats.task(value, shape, result));
      add(launch, Set.of(value, result));
    }
  }
}
