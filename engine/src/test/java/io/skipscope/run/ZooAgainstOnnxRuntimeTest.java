package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;

import ai.onnxruntime.OrtException;
import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.image.InputSpec;
import io.skipscope.job.Job;
import io.skipscope.load.onnx.OnnxWriter;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.InferShapes;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.OnnxRuntimePeer;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.testing.TestFamily;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Zoo nets with seeded weights, written as ONNX and run by ONNX Runtime: logits and every block's
 * taps agree, with folding and fusion on and off, in every kernel family.
 */
@Tag("family")
class ZooAgainstOnnxRuntimeTest {
  private static final double TOLERANCE = 1e-4;
  private static final List<Passes.Options> PASSES =
      List.of(
          new Passes.Options(true, true),
          new Passes.Options(true, false),
          new Passes.Options(false, true),
          new Passes.Options(false, false));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"resnet20, 37, 29, 3", "mobilenet_v2:0.5, 65, 97, 1"})
  void smallNetsAgreeInPlainJava(String net, int height, int width, int batch) throws OrtException {
    assertAgrees(net, height, width, batch, TestDevices.JAVA);
  }

  @ParameterizedTest
  @Tag("opencl")
  @CsvSource({
    "resnet18, 65, 97, 3",
    "resnet50, 65, 97, 1",
    "mobilenet_v2, 65, 97, 1",
    "resnet20, 37, 29, 3",
    "resnet20:B, 32, 32, 1",
  })
  void smallNetsAgreeOnOpenCl(String net, int height, int width, int batch) throws OrtException {
    assertAgrees(net, height, width, batch, TestDevices.OPENCL);
  }

  @ParameterizedTest
  @Tag("long")
  @Tag("opencl")
  @CsvSource({
    "resnet18, 224, 224",
    "resnet50, 224, 224",
    "mobilenet_v2, 224, 224",
    "resnet18, 65, 97",
    "resnet34, 65, 97",
    "resnet50, 65, 97",
    "resnet50:v1, 65, 97",
    "resnet101, 65, 97",
    "resnet101:v1, 65, 97",
    "resnet152, 65, 97",
    "resnet152:v1, 65, 97",
    "resnext50_32x4d, 65, 97",
    "wide_resnet50_2, 65, 97",
    "mobilenet_v2, 65, 97",
    "mobilenet_v2:0.5, 65, 97",
    "plain18, 65, 97",
    "plain34, 65, 97",
    "resnet20, 32, 32",
    "resnet32, 32, 32",
    "resnet44, 32, 32",
    "resnet56, 32, 32",
    "resnet110, 32, 32",
    "resnet20:B, 32, 32",
    "resnet56:B, 32, 32",
    "resnet110:B, 32, 32",
    "plain20, 32, 32",
    "plain56, 32, 32",
    "plain110, 32, 32",
    "resnet20, 37, 29",
    "resnet32, 37, 29",
    "resnet44, 37, 29",
    "resnet56, 37, 29",
    "resnet110, 37, 29",
    "resnet20:B, 37, 29",
    "resnet56:B, 37, 29",
    "resnet110:B, 37, 29",
    "plain20, 37, 29",
    "plain56, 37, 29",
    "plain110, 37, 29",
  })
  void everyNetAgreesOnOpenCl(String net, int height, int width) throws OrtException {
    for (int batch : new int[] {1, 3}) {
      assertAgrees(net, height, width, batch, TestDevices.OPENCL);
    }
  }

  private void assertAgrees(String net, int height, int width, int batch, String kind)
      throws OrtException {
    Architecture architecture = Zoo.architecture(net);
    Graph built =
        architecture.build(
            HeInitialisation.withRandomBatchNorm(7), architecture.defaultClasses(), height, width);
    Tensor input = input(Shape.of(batch, 3, height, width));
    Graph graph = InferShapes.withInputs(Passes.prepare(built), Map.of("input", input.shape()));
    TapSet taps = TapSet.blocks(graph);
    Map<String, Tensor> expected = expected(graph, taps, input);
    try (Device device = TestDevices.open(kind)) {
      for (PlanOptions option : options(device)) {
        try (Runner runner = new Runner(device, graph, option)) {
          RunResult result = runner.run(Map.of("input", input), taps, Map.of(), Job.unwatched());
          assertResult(net + " " + option + " batch " + batch, graph, expected, result);
        }
      }
    }
  }

  /** Every combination of optional passes, in every family that a device has kernels of. */
  private static List<PlanOptions> options(Device device) {
    List<PlanOptions> options = new ArrayList<>();
    for (Passes.Options passes : PASSES) {
      if (!device.runsKernels()) {
        options.add(new PlanOptions(passes, null));
        continue;
      }
      for (KernelFamily family : TestFamily.orForced(KernelFamily.REF, KernelFamily.CPU)) {
        options.add(new PlanOptions(passes, family));
      }
    }
    return options;
  }

  private static void assertResult(
      String what, Graph graph, Map<String, Tensor> expected, RunResult result) {
    assertClose(what, expected.get(graph.outputs().get(0)), result.output(), TOLERANCE);
    for (int i = 0; i < result.taps().size(); i++) {
      TapFrame tap = result.taps().get(i);
      String value = TapSet.blocks(graph).points().get(i).value();
      assertClose(what + " " + tap.name(), expected.get(value), tap.tensor(), TOLERANCE);
    }
  }

  /** ONNX Runtime's numbers of the output and of every tapped value, by value name. */
  private Map<String, Tensor> expected(Graph graph, TapSet taps, Tensor input) throws OrtException {
    GraphBuilder builder = graph.toBuilder();
    taps.points().stream().map(TapPoint::value).forEach(builder::output);
    Path file = folder.resolve("net.onnx");
    InputSpec spec = InputSpec.imageNet(input.shape().height(), input.shape().width());
    OnnxWriter.write(builder.build(), spec, List.of(), Map.of(), file);
    try (OnnxRuntimePeer peer = new OnnxRuntimePeer(file)) {
      return peer.run(Map.of("input", input));
    }
  }

  private static Tensor input(Shape shape) {
    return RandomTensors.of(5, shape);
  }
}
