package io.skipscope.measure;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.graph.Graph;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Planner;
import io.skipscope.plan.Precision;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A usual device of a kind, to plan for without having one. */
public enum DeviceProfile {
  GPU(DeviceType.GPU, KernelFamily.GPU, 32, 256, 1),
  CPU(DeviceType.CPU, KernelFamily.CPU, 8, 4096, 8);

  private final DeviceInfo device;
  private final KernelFamily family;

  DeviceProfile(DeviceType type, KernelFamily family, int units, int workGroup, int vectorWidth) {
    this.family = family;
    device =
        new DeviceInfo(
            name().toLowerCase(Locale.ROOT),
            "",
            "a usual " + type,
            "",
            "",
            "OpenCL 1.2",
            type,
            units,
            8L << 30,
            2L << 30,
            32 << 10,
            workGroup,
            128,
            vectorWidth);
  }

  DeviceInfo device() {
    return device;
  }

  /**
   * The plan of a network without taps, with the kernels of this kind of device.
   *
   * @param graph prepared; its input shape is kept
   * @param precision how values are stored
   */
  public Plan plan(Graph graph, Precision precision) {
    String input = graph.inputs().get(0);
    Map<String, Shape> shapes = Map.of(input, graph.shape(input));
    PlanOptions options = new PlanOptions(Passes.Options.ALL, family).withPrecision(precision);
    PlanKey.GraphIdentity identity = new PlanKey.GraphIdentity(graph);
    PlanKey key = new PlanKey(identity, shapes, TapSet.NONE, List.of(device.id()), options);
    return Planner.plan(key, device, true);
  }
}
