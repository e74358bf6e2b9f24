package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static io.skipscope.testing.Compare.relativeError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.job.Job;
import io.skipscope.measure.PrecisionLoss;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Precision;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.HalfFloats;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole nets whose weights and activations are stored in half, beside the same nets in float. */
@Tag("opencl")
class HalfPrecisionTest {
  /** One rounding is 2^-12 on the average of its number; some fifty of them follow each other. */
  private static final double TOLERANCE = 0.01;

  private static final Graph RESNET20 =
      Passes.prepare(
          Zoo.architecture("resnet20").build(HeInitialisation.withRandomBatchNorm(7), 10, 32, 32));

  @Test
  void kernelsForCpusGiveNearlyWhatTheyGiveInFloat() {
    assertLosesLittle(KernelFamily.CPU);
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(names = {"REF", "GPU"})
  void otherFamiliesGiveNearlyWhatTheyGiveInFloat(KernelFamily family) {
    assertLosesLittle(family);
  }

  /**
   * Both round the same numbers, but for those that float arithmetic puts on either side of one.
   */
  @Test
  void javaLoopsThatRoundAreTheReferenceOfKernels() {
    try (Device java = TestDevices.open(TestDevices.JAVA);
        Device device = TestDevices.open(TestDevices.OPENCL)) {
      RunResult loops = run(java, RESNET20, null, Precision.HALF, TapSet.NONE);
      RunResult kernels = run(device, RESNET20, KernelFamily.REF, Precision.HALF, TapSet.NONE);
      assertClose("output", loops.output(), kernels.output(), TOLERANCE / 2);
      assertEquals(1, loops.report().fallbacks().size());
    }
  }

  /** Of the reference kernels, which have no scratch; that stays in float. */
  @Test
  void memoryIsHalved() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      RunReport half = report(device, Precision.HALF);
      RunReport whole = report(device, Precision.FLOAT);
      assertEquals(whole.parameterBytes(), 2 * half.parameterBytes());
      assertEquals(0.5, (double) half.activationBytes() / whole.activationBytes(), 0.01);
      assertEquals(bytesOf(whole), 2 * bytesOf(half));
    }
  }

  @Test
  void tapsAreTheStoredHalvesAndStatisticsTheirs() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      TapSet taps = TapSet.blocks(RESNET20);
      for (TapFrame tap : run(device, RESNET20, null, Precision.HALF, taps).taps()) {
        float[] numbers = tap.tensor().data();
        double sum = 0;
        for (float number : numbers) {
          assertEquals(HalfFloats.roundToBinary16(number), number, tap.name());
          sum += number;
        }
        assertEquals(sum / numbers.length, tap.stats().overallMean(), 1e-4, tap.name());
      }
    }
  }

  @Test
  void cutShortcutChangesTheOutputAsItDoesInFloat() {
    ScaleBranch cut = new ScaleBranch("layer2.1", ScaleBranch.Branch.SHORTCUT, 0);
    Graph lesioned = Passes.prepare(cut.apply(RESNET20));
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      Tensor before = run(device, RESNET20, null, Precision.HALF, TapSet.NONE).output();
      Tensor half = run(device, lesioned, null, Precision.HALF, TapSet.NONE).output();
      Tensor whole = run(device, lesioned, null, Precision.FLOAT, TapSet.NONE).output();
      assertClose("lesioned", whole, half, TOLERANCE);
      assertTrue(relativeError(before, half) > 2 * TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({TestDevices.JAVA, TestDevices.OPENCL})
  void numbersBeyondTheRangeOfHalfAreReported(String kind) {
    try (Device device = TestDevices.open(kind)) {
      Tensor bright = input();
      for (int i = 0; i < bright.data().length; i++) {
        bright.data()[i] *= 60_000;
      }
      Tensor whole = run(device, RESNET20, null, Precision.FLOAT, TapSet.NONE, bright).output();
      Tensor half = run(device, RESNET20, null, Precision.HALF, TapSet.NONE, bright).output();
      PrecisionLoss loss = PrecisionLoss.of(whole, half);
      assertEquals(10, loss.notFinite());
      assertTrue(loss.text().startsWith("half gives 10 of 10 outputs that are not finite"));
    }
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"resnet18, 0.01", "mobilenet_v2, 0.03", "resnet50, 0.03"})
  void largerNetsLoseLittle(String name, double tolerance) {
    Graph net = Passes.prepare(Zoo.build(name, 3));
    Tensor input = input(Shape.of(1, 3, 96, 96));
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      Tensor whole = run(device, net, null, Precision.FLOAT, TapSet.NONE, input).output();
      Tensor half = run(device, net, null, Precision.HALF, TapSet.NONE, input).output();
      assertClose(name, whole, half, tolerance);
    }
  }

  private static void assertLosesLittle(KernelFamily family) {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      RunResult half = run(device, RESNET20, family, Precision.HALF, TapSet.blocks(RESNET20));
      RunResult whole = run(device, RESNET20, family, Precision.FLOAT, TapSet.blocks(RESNET20));
      assertClose("output", whole.output(), half.output(), TOLERANCE);
      assertNotEquals(0, relativeError(whole.output(), half.output()));
      for (TapFrame tap : whole.taps()) {
        assertClose(tap.name(), tap.tensor(), half.tap(tap.name()).tensor(), TOLERANCE);
      }
    }
  }

  private static RunReport report(Device device, Precision precision) {
    return run(device, RESNET20, KernelFamily.REF, precision, TapSet.NONE).report();
  }

  private static long bytesOf(RunReport report) {
    return report.nodes().stream().mapToLong(NodeTime::bytes).sum();
  }

  private static RunResult run(
      Device device, Graph graph, KernelFamily family, Precision precision, TapSet taps) {
    return run(device, graph, family, precision, taps, input());
  }

  private static RunResult run(
      Device device,
      Graph graph,
      KernelFamily family,
      Precision precision,
      TapSet taps,
      Tensor input) {
    PlanOptions options = new PlanOptions(Passes.Options.ALL, family).withPrecision(precision);
    try (Runner runner = new Runner(device, graph, options)) {
      return runner.run(Map.of("input", input), taps, Map.of(), Job.unwatched());
    }
  }

  private static Tensor input() {
    return input(Shape.of(1, 3, 32, 32));
  }

  private static Tensor input(Shape shape) {
    return RandomTensors.of(5, shape);
  }
}
