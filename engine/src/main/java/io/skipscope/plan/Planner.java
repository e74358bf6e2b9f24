package io.skipscope.plan;

import io.skipscope.device.Arg;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import io.skipscope.op.Storage;
import io.skipscope.pass.InferShapes;
import io.skipscope.pass.Passes;
import io.skipscope.tap.StatsTable;
import io.skipscope.tensor.DataType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles a prepared graph for one device: passes, choice of kernels, memory. */
public final class Planner {
  private final DeviceInfo device;
  private final boolean runsKernels;
  private final KernelChoice choice;
  private final LaunchPieces pieces;
  private final DataType storage;
  private final Graph graph;
  private final List<Step> steps = new ArrayList<>();
  private final List<Set<String>> touched = new ArrayList<>();
  private final Set<PackedValue> parameters = new LinkedHashSet<>();
  private final List<String> fallbacks = new ArrayList<>();
  private final Map<String, Long> scratchBytes = new HashMap<>();
  private final Set<String> keptZero = new HashSet<>();
  private int tunedNodes;

  private Planner(
      PlanKey key,
      DeviceInfo device,
      boolean runsKernels,
      UnfitPrograms unfit,
      LaunchPieces pieces) {
    this.device = device;
    this.runsKernels = runsKernels;
    this.pieces = pieces;
    storage = key.options().precision().storage();
    choice =
        new KernelChoice(
            device,
            key.options().family(),
            key.options().tuned(),
            (variant, context) -> unfit.ruleOut(variant, context, storage));
    fallbacks.addAll(unfit.lines());
    fallbacks.addAll(key.options().tuned().problems());
    graph = compile(InferShapes.withInputs(key.graph().graph(), key.inputs()), key);
  }

  /**
   * @param key whose graph has been through {@link Passes#prepare}
   * @param runsKernels whether the device runs kernels, else plain Java
   * @throws io.skipscope.error.GraphException if the input shapes do not fit the graph
   */
  public static Plan plan(PlanKey key, DeviceInfo device, boolean runsKernels) {
    LaunchPieces pieces = new LaunchPieces(key.options().launchLimit(), device);
    return plan(key, device, runsKernels, new UnfitPrograms(), pieces);
  }

  /**
   * Likewise with what earlier plans have taught.
   *
   * @param unfit what turned out not to run on the device
   * @param pieces which launches take too long on the device
   */
  public static Plan plan(
      PlanKey key,
      DeviceInfo device,
      boolean runsKernels,
      UnfitPrograms unfit,
      LaunchPieces pieces) {
    return new Planner(key, device, runsKernels, unfit, pieces).plan(key);
  }

  private Plan plan(PlanKey key) {
    TapSteps taps = new TapSteps(graph, key.taps(), runsKernels);
    addTaps(graph.inputs(), taps);
    for (Node node : graph.nodes()) {
      addNode(node, taps);
      addTaps(node.writes(), taps);
    }
    scratchBytes.putAll(taps.bufferBytes());
    if (!runsKernels && storage != DataType.FLOAT32) {
      fallbacks.add("device java: numbers are rounded to " + storage + ", and stored in float");
    }
    TapLayout shared =
        TapLayout.of(taps.copyBytes(), device.baseAddressAlignBytes(), device.maxAllocBytes());
    scratchBytes.keySet().removeAll(shared.slots().keySet());
    touched.forEach(buffers -> buffers.removeAll(shared.slots().keySet()));
    boolean restartable = key.options().restartable();
    List<Lifetime> lifetimes =
        new Lifetimes(graph, touched, scratchBytes, keptZero, restartable).of(key.taps());
    MemoryPlan memory =
        MemoryPlan.of(lifetimes, device.baseAddressAlignBytes(), device.maxAllocBytes());
    return new Plan(
        key,
        graph,
        List.of(new DevicePlan(device.id(), steps, memory, keptZero, shared)),
        parameters,
        fallbacks,
        tunedNodes);
  }

  private Graph compile(Graph shaped, PlanKey key) {
    Set<String> tapped = key.taps().values();
    return runsKernels
        ? Passes.compile(shaped, tapped, key.options().passes(), choice, storage)
        : Passes.compile(shaped, tapped, key.options().passes());
  }

  private void addNode(Node node, TapSteps taps) {
    NodeContext context = NodeContext.of(graph, node);
    Optional<KernelLaunch> tapping = taps.insteadOf(node);
    if (tapping.isPresent()) {
      addKernel(tapping.get(), 0);
    } else if (runsKernels) {
      KernelVariant variant = variant(context);
      parameters.addAll(variant.packed(context));
      scratchBytes.putAll(variant.scratch(context));
      keptZero.addAll(variant.keptZero(context));
      long flops = Operators.get(node.op()).cost(context).flops();
      variant.launches(context).forEach(launch -> addKernel(launch, flops));
    } else {
      Set<String> values = new HashSet<>(node.reads());
      values.addAll(node.writes());
      HostTask loops = Operators.get(node.op()).reference(context);
      HostTask task = Storage.rounded(storage, loops, node.writes());
      add(new HostLaunch(node.name(), task), values);
    }
  }

  /** A launch, in pieces if it would take too long. */
  private void addKernel(KernelLaunch launch, long flops) {
    Set<String> buffers = new HashSet<>();
    for (Arg arg : launch.args()) {
      if (arg instanceof Arg.Buffer buffer) {
        buffers.add(buffer.value());
      }
    }
    pieces.cut(Storage.in(storage, launch), flops).forEach(piece -> add(piece, buffers));
  }

  private void add(Launch launch, Set<String> buffers) {
    steps.add(new Step.Run(launch));
    for (String buffer : buffers) {
      if (graph.stored().containsKey(buffer)) {
        parameters.add(new PackedValue(buffer, Packing.PLAIN));
      }
    }
    Set<String> computed = new HashSet<>(buffers);
    parameters.forEach(parameter -> computed.remove(parameter.buffer()));
    touched.add(computed);
  }

  private KernelVariant variant(NodeContext context) {
    KernelVariant variant = choice.choose(context);
    tunedNodes += choice.tuned(context).isPresent() ? 1 : 0;
    if (choice.family() != null && variant.family() != choice.family()) {
      fallbacks.add(
          context.node().name()
              + ": no kernel of family "
              + choice.family()
              + ", "
              + variant.name());
    }
    return variant;
  }

  private void addTaps(Collection<String> written, TapSteps taps) {
    for (String value : written) {
      for (Launch launch : taps.after(value)) {
        if (launch instanceof KernelLaunch kernel) {
          addKernel(kernel, 0);
        } else {
          add(launch, Set.of(value, StatsTable.BUFFER));
        }
      }
    }
  }
}
