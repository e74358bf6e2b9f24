package io.skipscope.load.onnx;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.image.InputSpec;
import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.pass.Passes;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.OnnxRuntimePeer;
import io.skipscope.testing.RandomTensors;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nets of the zoo, written as ONNX, run by ONNX Runtime and read back. */
class OnnxZooTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"resnet18,true,true", "resnet20,false,true", "mobilenet_v2:0.5,true,true"})
  void onnxRuntimeComputesWhatAFusedGraphComputes(String name, boolean fold, boolean fuse)
      throws Exception {
    Graph graph = Passes.compile(zoo(name), Set.of(), new Passes.Options(fold, fuse));
    Path file = folder.resolve("net.onnx");
    OnnxWriter.write(graph, InputSpec.imageNet(37, 45), List.of(), Map.of(), file);
    Tensor input = RandomTensors.of(1, 3, 3, 37, 45);
    Tensor actual = GraphRun.outputs(graph, Map.of("input", input)).get(0);
    try (OnnxRuntimePeer peer = new OnnxRuntimePeer(file)) {
      Map<String, Tensor> expected = peer.run(Map.of("input", input));
      assertClose(name, expected.get(graph.outputs().get(0)), actual, 1e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet20", "resnet20:B", "plain20", "mobilenet_v2:0.5"})
  void aNetReadBackIsTheNetThatWasWritten(String name) {
    Graph written = zoo(name);
    Path file = folder.resolve("net.onnx");
    List<String> classes = List.of("a", "b, with comma", "c");
    InputSpec spec =
        InputSpec.imageNet(37, 45)
            .withNormalisation(new float[] {.1f, .2f, .3f}, new float[] {1, 2, 3}, "");
    OnnxWriter.write(written, spec, classes, Map.of("config", "{}"), file);
    LoadedModel read = new OnnxFormat().open(file, null, Job.unwatched());

    assertEquals(classes, read.classes());
    assertEquals("{}", read.metadata().get("config"));
    assertEquals(List.of(37, 45), List.of(read.inputSpec().height(), read.inputSpec().width()));
    assertEquals(0.3f, read.inputSpec().mean()[2]);
    assertEquals(describe(written), describe(read.graph()));
    assertEquals(written.stored().keySet(), read.graph().stored().keySet());
    written
        .stored()
        .forEach((key, tensor) -> assertClose(key, tensor, read.graph().stored().get(key), 0));
    assertEquals(roles(written), roles(read.graph()));
    assertEquals(written.blocks(), Passes.prepare(read.graph()).blocks());
    assertEquals(TapSet.all(written), TapSet.all(Passes.prepare(read.graph())));
  }

  private static Graph zoo(String name) {
    Graph graph = Zoo.architecture(name).build(HeInitialisation.withRandomBatchNorm(7), 11, 37, 45);
    return Passes.prepare(graph);
  }

  private static List<String> describe(Graph graph) {
    return graph.nodes().stream().map(OnnxZooTest::describe).toList();
  }

  private static String describe(Node node) {
    return node.name() + node.inputs() + node.op() + node.attributes() + node.epilogue();
  }

  private static Map<String, Object> roles(Graph graph) {
    return graph.values().values().stream().collect(Collectors.toMap(v -> v.name(), v -> v.role()));
  }
}
