package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static io.skipscope.testing.Compare.relativeError;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.graph.edit.Edit;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.graph.edit.ZeroChannel;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.testing.TestFamily;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of a network give on OpenCL what they give in plain Java, whichever kernels run. */
@Tag("opencl")
@Tag("family")
class LesionsTest {
  private static final Graph NET = Passes.prepare(Zoo.build("resnet20", 3));
  private static final Map<String, Tensor> INPUT =
      Map.of("input", RandomTensors.of(1, 1, 3, 32, 32));
  private static Device device;
  private static Runner runner;
  private static Device javaDevice;
  private static Runner javaRunner;

  @BeforeAll
  static void open() {
    device = TestDevices.open(TestDevices.OPENCL);
    runner = new Runner(device, NET, TestFamily.options());
    javaDevice = TestDevices.open(TestDevices.JAVA);
    javaRunner = new Runner(javaDevice, NET, PlanOptions.DEFAULT);
  }

  @AfterAll
  static void close() {
    if (runner != null) {
      runner.close();
      device.close();
      javaRunner.close();
      javaDevice.close();
    }
  }

  static List<Edit> lesions() {
    return List.of(
        new ScaleBranch("layer2.1", Branch.SHORTCUT, 0),
        new ScaleBranch("layer2.0", Branch.SHORTCUT, 0),
        new ScaleBranch("layer1.1", Branch.RESIDUAL, 0),
        new ScaleBranch("layer3.2", Branch.RESIDUAL, -0.5f),
        new ZeroChannel("layer1.0.relu", 3),
        new SwapBlocks("layer1.0", "layer1.2"));
  }

  @ParameterizedTest
  @MethodSource("lesions")
  void lesionChangesTheOutputAsInPlainJava(Edit lesion) {
    Tensor whole = output(runner, NET);
    Graph edited = Passes.prepare(lesion.apply(NET));
    Tensor expected = output(javaRunner, edited);
    assertTrue(relativeError(whole, expected) > 1e-3, "the lesion shows");
    assertClose(lesion.toString(), expected, output(runner, edited), 1e-5);
  }

  @Test
  void droppingFMakesAnIdentityBlockAnIdentity() {
    Graph edited = Passes.prepare(new ScaleBranch("layer1.1", Branch.RESIDUAL, 0).apply(NET));
    runner.replaceGraph(edited);
    RunResult result = run(runner, TapSet.named(edited, List.of("layer1.1")), Map.of());
    Tensor x = result.tap("layer1.1.input").tensor();
    assertClose("y = ReLU(x) = x", x, result.tap("layer1.1.output").tensor(), 0);
  }

  @Test
  void factorOfOneBringsACutShortcutBack() {
    Tensor whole = output(runner, NET);
    ScaleBranch cut = new ScaleBranch("layer2.1", Branch.SHORTCUT, 0);
    runner.replaceGraph(Passes.prepare(cut.apply(NET)));
    Map<String, Float> one = Map.of(cut.factorName(), 1f);
    assertClose("restored", whole, run(runner, TapSet.NONE, one).output(), 1e-6);
  }

  private static Tensor output(Runner on, Graph graph) {
    on.replaceGraph(graph);
    return run(on, TapSet.NONE, Map.of()).output();
  }

  private static RunResult run(Runner on, TapSet taps, Map<String, Float> factors) {
    return on.run(INPUT, taps, factors, Job.unwatched());
  }
}
