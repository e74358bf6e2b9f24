package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Shortcut;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs a net of three residual blocks on a picture of 16x16 on the first OpenCL device, all blocks
 * tapped, and compares all values with the plain Java device. Prints {@code error} and the largest.
 *
 * <p>Argument: the kernel family.
 */
final class SimulatedNet {
  private static final int SIDE = 16;
  private static final int CLASSES = 10;

  private SimulatedNet() {}

  public static void main(String[] arguments) {
    PlanOptions options = new PlanOptions(Passes.Options.ALL, KernelFamily.valueOf(arguments[0]));
    Graph net =
        new CifarResNet(1, Shortcut.PROJECTION)
            .build(HeInitialisation.seeded(1), CLASSES, SIDE, SIDE);
    Graph graph = Passes.prepare(net);
    DeviceCatalog catalog = DeviceCatalog.discover();
    String id = catalog.devices().stream().map(DeviceInfo::id).findFirst().orElseThrow();
    try (Device device = catalog.open(id);
        Device java = new JavaDevice()) {
      double error =
          Verify.worstError(values(graph, device, options), values(graph, java, options));
      System.out.println("error " + error);
    }
  }

  private static Map<String, Tensor> values(Graph graph, Device device, PlanOptions options) {
    String input = graph.inputs().get(0);
    Tensor picture = Tensor.zeros(graph.shape(input));
    for (int i = 0; i < picture.data().length; i++) {
      picture.data()[i] = (float) Math.sin(i * 0.7);
    }
    Map<String, Tensor> values = new LinkedHashMap<>();
    try (Runner runner = new Runner(device, graph, options)) {
      RunResult result =
          runner.run(Map.of(input, picture), TapSet.blocks(graph), Map.of(), Job.unwatched());
      values.putAll(result.outputs());
      result.taps().forEach(tap -> values.put(tap.name(), tap.tensor()));
    }
    return values;
  }
}
