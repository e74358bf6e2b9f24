package io.skipscope.load.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import io.skipscope.device.Device;
import io.skipscope.error.SkipscopeException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.OnnxRuntimePeer;
import io.skipscope.testing.Skips;
import io.skipscope.testing.TestDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ONNX project's own tests of every operator that we import. */
@Tag("onnx-testdata")
class OnnxNodeTestsTest {
  private static final Set<String> OPERATORS =
      Set.of(
          ("Add AveragePool BatchNormalization Cast Clip Concat Constant ConstantOfShape Conv Div"
                  + " Dropout Flatten Gather Gemm GlobalAveragePool GlobalMaxPool HardSigmoid"
                  + " HardSwish Identity LeakyRelu MatMul MaxPool Mul Pad ReduceMean Relu Reshape"
                  + " Resize Shape Sigmoid Size Slice Softmax Split Squeeze Sub Sum Tanh Transpose"
                  + " Unsqueeze Upsample")
              .split(" "));

  private static final Pattern NARROW_CAST = Pattern.compile("cast.*(BFLOAT16|to_FLOAT16)");

  /** Fewer means that something broke which used to run. */
  private static final int LEAST_PASSED = 200;

  private final List<String> failures = new ArrayList<>();
  private final Map<String, String> skips = new TreeMap<>();

  /** What is done with a test that could be imported. */
  @FunctionalInterface
  private interface Check {
    void run(String name, NodeTestData data, Graph graph) throws OrtException;
  }

  @BeforeEach
  void requireTestData() {
    Skips.unless(
        Files.isDirectory(NodeTestData.folder()),
        "no ONNX node tests in "
            + NodeTestData.folder()
            + "; install libonnx-testdata or set -Dskipscope.onnx.testdata");
  }

  @Test
  void importedNodesGiveTheExpectedNumbersInPlainJava() throws IOException {
    checkOn(TestDevices.JAVA);
  }

  @Test
  @Tag("opencl")
  void importedNodesGiveTheExpectedNumbersOnOpenCl() throws IOException {
    checkOn(TestDevices.OPENCL);
  }

  @Test
  void writtenNodesGiveTheExpectedNumbersInOnnxRuntimeAndReadBack() throws IOException {
    checkAll(
        "written",
        false,
        (name, data, graph) -> {
          ModelProto written = OnnxWriter.model(graph, Map.of());
          Graph readBack = read(Path.of(name), written);
          compare(name + " read back", data, GraphRun.outputs(readBack, data.inputs()));
          try (OnnxRuntimePeer peer = new OnnxRuntimePeer(written.toByteArray())) {
            Map<String, Tensor> outputs = peer.run(data.inputs());
            compare(name, data, graph.outputs().stream().map(outputs::get).toList());
          }
        });
  }

  @Test
  void nodesOfKnownInputsFoldToTheExpectedNumbers() throws IOException {
    checkAll(
        "with all inputs known",
        true,
        (name, data, graph) -> compare(name, data, GraphRun.outputs(graph, data.inputs())));
  }

  private void checkOn(String kind) throws IOException {
    try (Device device = TestDevices.open(kind)) {
      checkAll(
          device.info().label(),
          false,
          (name, data, graph) ->
              compare(name, data, GraphRun.outputs(device, graph, data.inputs())));
    }
  }

  private void checkAll(String title, boolean allKnown, Check check) throws IOException {
    int tried = 0;
    for (Path test : NodeTestData.all()) {
      if (OPERATORS.containsAll(NodeTestData.operators(test))) {
        tried++;
        checkOne(test, allKnown, check);
      }
    }
    int passed = tried - failures.size() - skips.size();
    System.out.printf(
        "ONNX node tests, %s: %d tried, %d passed, %d failed, %d skipped%n",
        title, tried, passed, failures.size(), skips.size());
    skips.forEach((test, reason) -> System.out.println("  skipped " + test + ": " + reason));
    assertEquals(List.of(), failures);
    assertTrue(passed >= LEAST_PASSED, passed + " passed");
  }

  private void checkOne(Path test, boolean allKnown, Check check) throws IOException {
    String name = test.getFileName().toString();
    if (NARROW_CAST.matcher(name).find()) {
      skips.put(name, "the engine computes in float32: casts do not round");
      return;
    }
    NodeTestData data;
    Graph graph;
    try {
      data = NodeTestData.read(test, allKnown);
      graph = read(Path.of(name), data.model());
    } catch (SkipscopeException e) {
      skips.put(name, e.found());
      return;
    }
    try {
      check.run(name, data, graph);
    } catch (SkipscopeException | OrtException e) {
      failures.add(name + ": " + e.getMessage());
    }
  }

  private static Graph read(Path file, ModelProto model) {
    InputShapes shapes = new InputShapes(file, null);
    return new OnnxImporter(file, model, shapes).read("node test", Job.unwatched());
  }

  private void compare(String what, NodeTestData data, List<Tensor> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      String difference = difference(data.outputs().get(i), outputs.get(i));
      if (difference != null) {
        failures.add(what + ", output " + i + ": " + difference);
      }
    }
  }

  private static String difference(Tensor expected, Tensor actual) {
    if (!expected.shape().equals(actual.shape())) {
      return "shape " + actual.shape() + " instead of " + expected.shape();
    }
    for (int i = 0; i < expected.data().length; i++) {
      float want = expected.data()[i];
      float have = actual.data()[i];
      boolean same = Float.compare(want, have) == 0;
      if (!same && !(Math.abs(want - have) <= 1e-5 + 1e-4 * Math.abs(want))) {
        return "element " + i + " is " + have + " instead of " + want;
      }
    }
    return null;
  }
}
