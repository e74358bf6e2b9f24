package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.testing.TestDevices;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that runs networks on the first OpenCL device, all blocks tapped, and compares all
 * values with the plain Java device. Prints {@code net}, its name and the largest error, one line a
 * network.
 *
 * <p>Arguments: the kernel family, then names of {@link SmallNet}.
 */
final class SmallNets {
  private SmallNets() {}

  /** What {@link #main} takes. */
  static List<String> arguments(KernelFamily family, SmallNet... nets) {
    Stream<String> names = Stream.of(nets).map(SmallNet::name);
    return Stream.concat(Stream.of(family.name()), names).toList();
  }

  public static void main(String[] arguments) {
    PlanOptions options = new PlanOptions(Passes.Options.ALL, KernelFamily.valueOf(arguments[0]));
    try (Device device = TestDevices.open(TestDevices.OPENCL);
        Device java = new JavaDevice()) {
      Stream.of(arguments)
          .skip(1)
          .map(SmallNet::valueOf)
          .map(net -> "net " + net + " " + error(net, device, java, options))
          .forEach(System.out::println);
    }
  }

  private static double error(SmallNet net, Device device, Device java, PlanOptions options) {
    Graph graph = net.graph();
    TapSet taps = TapSet.blocks(graph);
    return Verify.worstError(
        Verify.valuesOf(graph, device, options, taps, Job.unwatched()),
        Verify.valuesOf(graph, java, options, taps, Job.unwatched()));
  }
}
