package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.DeviceException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeMemory;
import io.skipscope.op.Operator;
import io.skipscope.op.Operators;
import io.skipscope.op.Storage;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Precision;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.RelativeError;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.Zoo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * Compares every kernel variant on a device with the plain Java device: node by node, whole and in
 * two row ranges, and on a small residual network with every value tapped.
 */
public final class Verify {
  /** Largest difference that a node may have, relative to its largest magnitude. */
  static final double NODE_TOLERANCE = 1e-5;

  /** Likewise for every value of the network. */
  static final double NETWORK_TOLERANCE = 1e-4;

  /**
   * Of a node in half. Storing its results rounds by 2^-11; Winograd's kernels round transformed
   * weights too, whose products are larger than the results.
   */
  static final double HALF_NODE_TOLERANCE = 0x1p-8;

  /** Of a network in half, where rounding errors follow each other. */
  static final double HALF_NETWORK_TOLERANCE = 0.02;

  /** Each builds kernels, which takes longer than to run them. */
  private static final int UNSUITED_ROWS = 3;

  /** What stands in the place of an operator where a whole network is compared. */
  private static final String WHOLE_NETWORK = "network";

  private static final String NETWORK = "resnet20";
  private static final long SEED = 1;

  /**
   * One comparison.
   *
   * @param kernel the variant, or the name of the network
   * @param test what was computed
   * @param error largest difference relative to the largest magnitude; NaN if it did not run
   * @param tolerance the largest error that passes
   * @param failure why it did not run, or empty
   */
  public record Row(
      String operator, String kernel, String test, double error, double tolerance, String failure) {
    /** Compares; what cannot is a row that did not pass. */
    static Row of(
        String operator, String kernel, String test, double tolerance, DoubleSupplier error) {
      try {
        return new Row(operator, kernel, test, error.getAsDouble(), tolerance, "");
      } catch (SkipscopeException e) {
        return new Row(operator, kernel, test, Double.NaN, tolerance, e.getMessage());
      }
    }

    public boolean passed() {
      return error <= tolerance;
    }

    boolean isOfNetwork() {
      return operator.equals(WHOLE_NETWORK);
    }
  }

  /**
   * How much of a device's work was compared.
   *
   * @param kernels the variants of these operators
   * @param cases comparisons, those of whole networks among them
   */
  public record Counts(String device, int operators, int kernels, int cases, int passed) {
    public static Counts of(String device, List<Row> rows) {
      List<Row> ofKernels = rows.stream().filter(row -> !row.isOfNetwork()).toList();
      return new Counts(
          device,
          (int) ofKernels.stream().map(Row::operator).distinct().count(),
          (int) ofKernels.stream().map(Row::kernel).distinct().count(),
          rows.size(),
          (int) rows.stream().filter(Row::passed).count());
    }
  }

  private final Device device;
  private final KernelFamily family;
  private final Precision precision;
  private final List<Row> rows = new ArrayList<>();

  private Verify(Device device, KernelFamily family, Precision precision) {
    this.device = device;
    this.family = family;
    this.precision = precision;
  }

  /** Runs all comparisons with values stored in float. */
  public static List<Row> run(Device device, KernelFamily family, Job job) {
    return run(device, family, Precision.FLOAT, job);
  }

  /**
   * Runs all comparisons; a kernel that fails is a row that did not pass.
   *
   * @param family only variants of this family; null for all
   * @param precision how values are stored on the device
   * @throws DeviceException if the device runs no kernels
   */
  public static List<Row> run(Device device, KernelFamily family, Precision precision, Job job) {
    if (!device.runsKernels()) {
      throw new DeviceException(
          device.info().label(),
          "the plain Java device, which kernels are compared with",
          "an OpenCL device; see `skipscope devices`");
    }
    Verify verify = new Verify(device, family, precision);
    try (JavaDevice java = new JavaDevice()) {
      verify.compareNodes(java, job);
      verify.compareNetwork(java, job);
    }
    return List.copyOf(verify.rows);
  }

  private void compareNodes(Device java, Job job) {
    List<VerifyCase> cases =
        VerifyCases.all().stream().map(test -> test.rounded(precision.storage())).toList();
    for (VerifyCase test : cases) {
      job.progress("Comparing kernels", cases.indexOf(test), cases.size() + 1L);
      Operator operator = Operators.get(test.node().op());
      Launch loops = new HostLaunch(test.node().name(), operator.reference(test.context()));
      Map<String, Tensor> expected =
          NodeRun.run(test, NodeMemory.plain(test.context()), java, List.of(loops));
      operator.variants().stream()
          .filter(variant -> family == null || variant.family() == family)
          .filter(variant -> variant.accepts(test.context(), device.info()))
          .filter(variant -> isWorthARow(test, variant))
          .forEach(variant -> compareVariant(test, variant, expected));
    }
  }

  /** A variant that nobody would take for a case is compared on a few such cases only. */
  private boolean isWorthARow(VerifyCase test, KernelVariant variant) {
    return variant.suits(test.context(), device.info())
        || rows.stream().filter(row -> row.kernel().equals(variant.name())).count() < UNSUITED_ROWS;
  }

  private void compareVariant(
      VerifyCase test, KernelVariant variant, Map<String, Tensor> expected) {
    NodeMemory memory = NodeMemory.of(test.context(), variant).storedAs(precision.storage());
    List<KernelLaunch> launches =
        variant.launches(test.context()).stream()
            .map(launch -> Storage.in(precision.storage(), launch))
            .toList();
    List<Launch> whole = List.copyOf(launches);
    List<Launch> halves = halves(launches);
    double tolerance = precision == Precision.HALF ? HALF_NODE_TOLERANCE : NODE_TOLERANCE;
    rows.add(
        Row.of(
            test.node().op(),
            variant.name(),
            test.description(),
            tolerance,
            () ->
                Math.max(
                    worstError(NodeRun.run(test, memory, device, whole), expected),
                    worstError(NodeRun.run(test, memory, device, halves), expected))));
  }

  /** The same work in two row ranges per launch, the last rows first. */
  static List<Launch> halves(List<KernelLaunch> launches) {
    return launches.stream()
        .<Launch>flatMap(
            launch -> {
              int rows = launch.rowEnd();
              return Stream.of(launch.rows(rows / 2, rows), launch.rows(0, rows / 2));
            })
        .toList();
  }

  private void compareNetwork(Device java, Job job) {
    job.progress("Comparing a network", 1, 1);
    Graph graph = Passes.prepare(Zoo.build(NETWORK, SEED));
    for (boolean optimised : new boolean[] {false, true}) {
      PlanOptions options =
          new PlanOptions(new Passes.Options(optimised, optimised), family)
              .withPrecision(precision);
      String test = optimised ? "folded and fused, blocks tapped" : "as built, all tapped";
      TapSet taps = optimised ? TapSet.blocks(graph) : TapSet.all(graph);
      double error = Double.NaN;
      String failure = "";
      try {
        error =
            worstError(
                valuesOf(graph, device, options, taps, job),
                valuesOf(graph, java, options, taps, job));
      } catch (DeviceException e) {
        failure = e.getMessage();
      }
      double tolerance = precision == Precision.HALF ? HALF_NETWORK_TOLERANCE : NETWORK_TOLERANCE;
      rows.add(new Row(WHOLE_NETWORK, NETWORK, test, error, tolerance, failure));
    }
  }

  /** Outputs and taps of a run on numbers that differ from pixel to pixel. */
  static Map<String, Tensor> valuesOf(
      Graph graph, Device device, PlanOptions options, TapSet taps, Job job) {
    String input = graph.inputs().get(0);
    Tensor picture = ramp(graph.shape(input));
    Map<String, Tensor> values = new LinkedHashMap<>();
    try (Runner runner = new Runner(device, graph, options)) {
      RunResult result = runner.run(Map.of(input, picture), taps, Map.of(), job);
      values.putAll(result.outputs());
      result.taps().forEach(tap -> values.put(tap.name(), tap.tensor()));
    }
    return values;
  }

  /** Numbers between -1 and 1 that differ from pixel to pixel. */
  private static Tensor ramp(Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) Math.sin(i * 0.7);
    }
    return tensor;
  }

  /** Of all values, the largest; a number that is missing or NaN makes it infinite. */
  static double worstError(Map<String, Tensor> actual, Map<String, Tensor> expected) {
    double worst = 0;
    for (Map.Entry<String, Tensor> entry : expected.entrySet()) {
      worst = Math.max(worst, RelativeError.of(actual.get(entry.getKey()), entry.getValue()));
    }
    return worst;
  }
}
