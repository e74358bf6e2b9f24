package io.skipscope.measure;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.Queue;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeMemory;
import io.skipscope.op.Operator;
import io.skipscope.op.Operators;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs kernel variants on the first OpenCL device, each on small cases of {@code verify}, whole and
 * in two row ranges, and without rows and memory to speak of. Prints a line for each variant:
 * {@code ran}, {@code refused} (no case that the device's limits allow) or {@code wrong}; and how
 * many cases there were.
 *
 * <p>Arguments: of how many cases at most, the smallest first; then the families.
 */
final class SimulatedKernels {
  private static final int LARGEST_SIDE = 12;

  /** Larger maps are small if there are few of them. */
  private static final int FEW_NUMBERS = 1000;

  private final Device device;
  private final Device java;
  private final int mostCases;
  private int caseCount;

  private SimulatedKernels(Device device, Device java, int mostCases) {
    this.device = device;
    this.java = java;
    this.mostCases = mostCases;
  }

  public static void main(String[] arguments) {
    int mostCases = Integer.parseInt(arguments[0]);
    Set<KernelFamily> families = EnumSet.noneOf(KernelFamily.class);
    Stream.of(arguments).skip(1).map(KernelFamily::valueOf).forEach(families::add);
    DeviceCatalog catalog = DeviceCatalog.discover();
    String id = catalog.devices().stream().map(DeviceInfo::id).findFirst().orElseThrow();
    try (Device device = catalog.open(id);
        Device java = new JavaDevice()) {
      System.out.println("device " + device.info());
      SimulatedKernels kernels = new SimulatedKernels(device, java, mostCases);
      for (Operator operator : Operators.all()) {
        operator.variants().stream()
            .filter(variant -> families.contains(variant.family()))
            .forEach(variant -> kernels.run(operator, variant));
      }
      System.out.println("cases " + kernels.caseCount);
    }
  }

  private void run(Operator operator, KernelVariant variant) {
    List<VerifyCase> cases =
        VerifyCases.all().stream()
            .filter(test -> test.node().op().equals(operator.name()))
            .filter(SimulatedKernels::isSmall)
            .filter(test -> variant.accepts(test.context(), device.info()))
            .sorted(Comparator.comparingLong(test -> operator.cost(test.context()).bytes()))
            .limit(mostCases)
            .toList();
    String what = operator.name() + " " + variant.name();
    cases.forEach(test -> compare(operator, variant, test, what));
    caseCount += cases.size();
    System.out.println((cases.isEmpty() ? "refused " : "ran ") + what);
  }

  private void compare(Operator operator, KernelVariant variant, VerifyCase test, String what) {
    NodeMemory plain = NodeMemory.plain(test.context());
    Launch loops = new HostLaunch(test.node().name(), operator.reference(test.context()));
    Map<String, Tensor> expected = NodeRun.run(test, plain, java, List.of(loops));
    NodeMemory memory = NodeMemory.of(test.context(), variant);
    List<KernelLaunch> launches = variant.launches(test.context());
    double error =
        Math.max(
            error(test, memory, List.copyOf(launches), expected),
            error(test, memory, Verify.halves(launches), expected));
    runWithoutRows(launches);
    if (!(error <= Verify.NODE_TOLERANCE)) {
      System.out.println("wrong " + what + ", " + test.description() + ": " + error);
    }
  }

  private void runWithoutRows(List<KernelLaunch> launches) {
    try (Queue queue = device.openQueue();
        DeviceBuffer unused = device.allocate(0)) {
      Bindings bindings = Bindings.of(value -> unused, factor -> 0);
      launches.forEach(launch -> queue.submit(launch.withoutRows(), bindings));
      queue.finish();
    }
  }

  private double error(
      VerifyCase test, NodeMemory memory, List<Launch> launches, Map<String, Tensor> expected) {
    return Verify.worstError(NodeRun.run(test, memory, device, launches), expected);
  }

  private static boolean isSmall(VerifyCase test) {
    return test.inputs().values().stream().map(Tensor::shape).allMatch(SimulatedKernels::isSmall);
  }

  private static boolean isSmall(Shape shape) {
    return shape.rank() != 4
        || Math.max(shape.height(), shape.width()) <= LARGEST_SIDE
        || shape.elementCount() <= FEW_NUMBERS;
  }
}
