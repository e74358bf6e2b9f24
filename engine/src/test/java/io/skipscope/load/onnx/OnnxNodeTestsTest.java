package io.skipscope.load.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ONNX project's own tests of every operator that we import. */
@Tag("onnx-testdata")
class OnnxNodeTestsTest {
  private static final Set<String> OPERATORS =
      Set.of(
          "Add",
          "AveragePool",
          "BatchNormalization",
          "Cast",
          "Clip",
          "Concat",
          "Constant",
          "ConstantOfShape",
          "Conv",
          "Div",
          "Dropout",
          "Flatten",
          "Gather",
          "Gemm",
          "GlobalAveragePool",
          "GlobalMaxPool",
          "HardSigmoid",
          "HardSwish",
          "Identity",
          "LeakyRelu",
          "MatMul",
          "MaxPool",
          "Mul",
          "Pad",
          "ReduceMean",
          "Relu",
          "Reshape",
          "Resize",
          "Shape",
          "Sigmoid",
          "Size",
          "Slice",
          "Softmax",
          "Split",
          "Squeeze",
          "Sub",
          "Sum",
          "Tanh",
          "Transpose",
          "Unsqueeze",
          "Upsample");

  private static final Pattern NARROW_CAST = Pattern.compile("cast.*(BFLOAT16|to_FLOAT16)");

  /** Fewer means that something broke which used to run. */
  private static final int LEAST_PASSED = 200;

  @Test
  void everyNodeTestThatImportsGivesTheExpectedNumbers() throws IOException {
    requireTestData();
    List<String> failures = new ArrayList<>();
    Map<String, String> skips = new TreeMap<>();
    int tried = 0;
    for (Path test : NodeTestData.all()) {
      if (OPERATORS.containsAll(NodeTestData.operators(test))) {
        tried++;
        check(test, failures, skips);
      }
    }
    int passed = tried - failures.size() - skips.size();
    System.out.printf(
        "ONNX node tests: %d tried, %d passed, %d failed, %d skipped%n",
        tried, passed, failures.size(), skips.size());
    skips.forEach((test, reason) -> System.out.println("  skipped " + test + ": " + reason));
    assertEquals(List.of(), failures);
    assertTrue(passed >= LEAST_PASSED, passed + " passed");
  }

  private static void requireTestData() {
    if (!Files.isDirectory(NodeTestData.folder())) {
      String message =
          "SKIPPED: no ONNX node tests in "
              + NodeTestData.folder()
              + "; install libonnx-testdata or set -Dskipscope.onnx.testdata";
      System.err.println(message);
      Assumptions.abort(message);
    }
  }

  private static void check(Path test, List<String> failures, Map<String, String> skips)
      throws IOException {
    String name = test.getFileName().toString();
    if (NARROW_CAST.matcher(name).find()) {
      skips.put(name, "the engine computes in float32: casts do not round");
      return;
    }
    Path file = Path.of(name);
    NodeTestData data;
    Graph graph;
    try {
      data = NodeTestData.read(test);
      graph = read(file, data.model());
    } catch (SkipscopeException e) {
      skips.put(name, e.found() + ", expected " + e.expected());
      return;
    }
    try {
      compare(name, data, GraphRun.outputs(graph, data.inputs()), failures);
      ModelProto written = OnnxWriter.model(graph, Map.of());
      Graph readBack = read(file, written);
      compare(
          name + " written and read back",
          data,
          GraphRun.outputs(readBack, data.inputs()),
          failures);
      compare(name + " written, by ONNX Runtime", data, oracle(graph, written, data), failures);
    } catch (SkipscopeException | OrtException e) {
      failures.add(name + ": " + e.getMessage());
    }
  }

  private static List<Tensor> oracle(Graph graph, ModelProto written, NodeTestData data)
      throws OrtException {
    Map<String, Tensor> outputs = OnnxRuntimeOracle.run(written.toByteArray(), data.inputs());
    return graph.outputs().stream().map(outputs::get).toList();
  }

  private static Graph read(Path file, ModelProto model) {
    InputShapes shapes = new InputShapes(file, null);
    return new OnnxImporter(file, model, shapes).read("node test", Job.unwatched());
  }

  private static void compare(
      String what, NodeTestData data, List<Tensor> outputs, List<String> failures) {
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
