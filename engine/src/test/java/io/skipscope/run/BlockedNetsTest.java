package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.softmax.SoftmaxAttributes;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole nets on the kernels for CPUs, whose maps lie in channel blocks, give what the reference
 * kernels give: at the output and at every block's taps.
 */
@Tag("opencl")
class BlockedNetsTest {
  private static final double TOLERANCE = 1e-4;
  private static final int LARGE_BATCHES = 20;
  private static final PlanOptions BLOCKED = new PlanOptions(Passes.Options.ALL, KernelFamily.CPU);
  private static final PlanOptions REFERENCE =
      new PlanOptions(Passes.Options.ALL, KernelFamily.REF);

  @ParameterizedTest
  @CsvSource({
    "resnet18, 65, 97",
    "resnet18, 32, 32",
    "mobilenet_v2, 65, 97",
    "mobilenet_v2, 32, 32",
    "resnet20, 65, 97",
    "resnet20, 32, 32",
  })
  void blockedNetsAgreeWithTheReferenceKernels(String net, int height, int width) {
    assertAgrees(net, height, width, BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({"resnet18, 32, 32", "mobilenet_v2, 32, 32", "resnet20, 32, 32"})
  void blockedNetsAgreeNodeByNode(String net, int height, int width) {
    Passes.Options asBuilt = new Passes.Options(false, false);
    assertAgrees(net, height, width, new PlanOptions(asBuilt, KernelFamily.CPU));
  }

  /** They are computed side by side, and none waits for another. */
  @Test
  void samplesOfALargeBatchDoNotDisturbEachOther() {
    Graph graph = net("resnet20", 32, 32);
    Tensor input = input(Shape.of(64, 3, 32, 32));
    try (Device device = TestDevices.open(TestDevices.OPENCL);
        Runner blocked = new Runner(device, graph, BLOCKED);
        Runner reference = new Runner(device, graph, REFERENCE)) {
      Tensor expected = run(reference, input, TapSet.NONE).output();
      for (int run = 0; run < LARGE_BATCHES; run++) {
        Tensor actual = run(blocked, input, TapSet.NONE).output();
        assertClose("run " + run, expected, actual, TOLERANCE);
      }
    }
  }

  /** Chains of convolutions count what they have done, and must leave no count behind. */
  @Test
  void everyRunGivesTheSameNumbers() {
    Tensor input = input(Shape.of(2, 3, 32, 32));
    try (Device device = TestDevices.open(TestDevices.OPENCL);
        Runner runner = new Runner(device, net("resnet20", 32, 32), BLOCKED)) {
      Tensor first = run(runner, input, TapSet.NONE).output();
      for (int again = 0; again < 5; again++) {
        assertArrayEquals(first.data(), run(runner, input, TapSet.NONE).output().data());
      }
    }
  }

  @Test
  void whatRunsOnOtherKernelsIsReported() {
    Graph graph = withSoftmax(net("resnet20", 32, 32));
    Tensor input = input(Shape.of(1, 3, 32, 32));
    try (Device device = TestDevices.open(TestDevices.OPENCL);
        Runner blocked = new Runner(device, graph, BLOCKED);
        Runner reference = new Runner(device, graph, REFERENCE)) {
      assertEquals(
          List.of("probabilities: no kernel of family CPU, softmax.ref"),
          run(blocked, input, TapSet.NONE).report().fallbacks());
      assertEquals(List.of(), run(reference, input, TapSet.NONE).report().fallbacks());
    }
  }

  private static void assertAgrees(String net, int height, int width, PlanOptions options) {
    Graph graph = net(net, height, width);
    TapSet taps = TapSet.blocks(graph);
    try (Device device = TestDevices.open(TestDevices.OPENCL);
        Runner blocked = new Runner(device, graph, options);
        Runner reference = new Runner(device, graph, REFERENCE)) {
      for (int batch : new int[] {1, 3}) {
        Tensor input = input(Shape.of(batch, 3, height, width));
        String what = "%s, %dx%d, batch %d, ".formatted(net, height, width, batch);
        RunResult expected = run(reference, input, taps);
        RunResult actual = run(blocked, input, taps);
        assertClose(what + "output", expected.output(), actual.output(), TOLERANCE);
        for (TapFrame tap : expected.taps()) {
          Tensor tapped = actual.tap(tap.name()).tensor();
          assertClose(what + tap.name(), tap.tensor(), tapped, TOLERANCE);
        }
      }
    }
  }

  private static RunResult run(Runner runner, Tensor input, TapSet taps) {
    return runner.run(Map.of("input", input), taps, Map.of(), Job.unwatched());
  }

  private static Graph withSoftmax(Graph graph) {
    String logits = graph.outputs().get(0);
    SoftmaxAttributes classes = new SoftmaxAttributes(1);
    GraphBuilder builder = graph.toBuilder();
    builder.node(new Node("probabilities", "Softmax", List.of(logits), "probabilities", classes));
    return Passes.prepare(builder.outputs(List.of("probabilities")).build());
  }

  private static Graph net(String net, int height, int width) {
    Architecture architecture = Zoo.architecture(net);
    return Passes.prepare(
        architecture.build(
            HeInitialisation.withRandomBatchNorm(7), architecture.defaultClasses(), height, width));
  }

  private static Tensor input(Shape shape) {
    return RandomTensors.of(5, shape);
  }
}
