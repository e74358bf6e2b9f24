package io.skipscope.measure;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
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
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program that runs kernel variants on the first OpenCL device, each on small cases of {@code
 * verify}, whole and in two row ranges, and without rows and memory to speak of. Prints a line for
 * each variant: {@code ran} or {@code refused} (no case that the device's limits allow); one for
 * each case that went {@code wrong}; and {@code counts}.
 *
 * <p>Arguments: of how many cases at most, the smallest first; then the families.
 */
final class KernelCases {
  /** Variants that are for PoCL only. */
  static final Set<String> ON_POCL_ONLY = Set.of("ConvChain conv_chain_c8.cpu");

  private static final int LARGEST_SIDE = 12;

  /** Larger maps are small if there are few of them. */
  private static final int FEW_NUMBERS = 1000;

  private final Device device;
  private final Device java;
  private final int mostCases;
  private final List<Verify.Row> rows = new ArrayList<>();

  private KernelCases(Device device, Device java, int mostCases) {
    this.device = device;
    this.java = java;
    this.mostCases = mostCases;
  }

  /** What {@link #main} takes. */
  static List<String> arguments(int mostCases, KernelFamily... families) {
    Stream<String> names = Stream.of(families).map(KernelFamily::name);
    return Stream.concat(Stream.of(String.valueOf(mostCases)), names).toList();
  }

  public static void main(String[] arguments) {
    int mostCases = Integer.parseInt(arguments[0]);
    Set<KernelFamily> families = EnumSet.noneOf(KernelFamily.class);
    Stream.of(arguments).skip(1).map(KernelFamily::valueOf).forEach(families::add);
    try (Device device = TestDevices.open(TestDevices.OPENCL);
        Device java = new JavaDevice()) {
      System.out.println("device " + device.info());
      KernelCases kernels = new KernelCases(device, java, mostCases);
      for (Operator operator : Operators.all()) {
        operator.variants().stream()
            .filter(variant -> families.contains(variant.family()))
            .forEach(variant -> kernels.run(operator, variant));
      }
      System.out.println("counts " + Verify.Counts.of(device.info().platform(), kernels.rows));
    }
  }

  private void run(Operator operator, KernelVariant variant) {
    List<VerifyCase> cases =
        VerifyCases.all().stream()
            .filter(test -> test.node().op().equals(operator.name()))
            .filter(KernelCases::isSmall)
            .filter(test -> variant.accepts(test.context(), device.info()))
            .sorted(Comparator.comparingLong(test -> operator.cost(test.context()).bytes()))
            .limit(mostCases)
            .toList();
    for (VerifyCase test : cases) {
      Verify.Row row = row(operator, variant, test);
      rows.add(row);
      if (!row.passed()) {
        System.out.println("wrong " + row);
      }
    }
    String what = operator.name() + " " + variant.name();
    System.out.println((cases.isEmpty() ? "refused " : "ran ") + what);
  }

  private Verify.Row row(Operator operator, KernelVariant variant, VerifyCase test) {
    Launch loops = new HostLaunch(test.node().name(), operator.reference(test.context()));
    Map<String, Tensor> expected =
        NodeRun.run(test, NodeMemory.plain(test.context()), java, List.of(loops));
    return Verify.Row.of(
        operator.name(),
        variant.name(),
        test.description(),
        Verify.NODE_TOLERANCE,
        () -> worstError(variant, test, expected));
  }

  private double worstError(KernelVariant variant, VerifyCase test, Map<String, Tensor> expected) {
    NodeMemory memory = NodeMemory.of(test.context(), variant);
    List<KernelLaunch> launches = variant.launches(test.context());
    double whole = error(test, memory, List.copyOf(launches), expected);
    double halves = error(test, memory, Verify.halves(launches), expected);
    runWithoutRows(launches);
    return Math.max(whole, halves);
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
    return test.inputs().values().stream().map(Tensor::shape).allMatch(KernelCases::isSmall);
  }

  private static boolean isSmall(Shape shape) {
    return shape.rank() != 4
        || Math.max(shape.height(), shape.width()) <= LARGEST_SIDE
        || shape.elementCount() <= FEW_NUMBERS;
  }
}
