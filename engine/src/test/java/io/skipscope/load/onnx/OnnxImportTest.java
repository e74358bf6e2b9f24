package io.skipscope.load.onnx;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.image.InputSpec;
import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.pass.InferShapes;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.OnnxRuntimePeer;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.Skips;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxImportTest {
  @TempDir Path folder;

  @Test
  void nodesGetTheModulePathsThatPeopleKnow() {
    Graph graph = TinyModels.residual().read();
    assertEquals(
        List.of(
            "conv1",
            "relu",
            "layer1.0.conv1",
            "layer1.0.bn1",
            "layer1.0.add",
            "layer1.0.relu",
            "avgpool",
            "flatten",
            "fc"),
        graph.nodes().stream().map(Node::name).toList());
    assertEquals("layer1.0.bn1", graph.node("layer1.0.bn1").output());
    assertTrue(graph.value("fc").sourceNames().contains("logits"));
    assertEquals("layer1.0", Passes.prepare(graph).blocks().get(0).name());
  }

  @Test
  void storedNumbersGetRolesAndTellingNames() {
    Graph graph = TinyModels.residual().read();
    assertEquals(Role.PARAMETER, graph.value("layer1.0.conv1.weight").role());
    assertEquals(Role.PARAMETER, graph.value("layer1.0.bn1.weight").role());
    assertEquals(Role.STATE, graph.value("layer1.0.bn1.running_var").role());
    assertEquals("fc.bias", graph.node("fc").epilogue().bias());
  }

  @Test
  void anOpenBatchAndSizeAreFilledInAndMayChange() throws Exception {
    TinyModel model = TinyModels.residual();
    LoadedModel loaded =
        new OnnxFormat().open(model.write(folder.resolve("m.onnx")), null, Job.unwatched());
    assertEquals(Shape.of(1, 3, 224, 224), loaded.graph().shape("x"));
    assertEquals(224, loaded.inputSpec().height());
    assertAgreesWithOnnxRuntime(model, loaded.graph(), 3, 3, 9, 14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAME_UPPER", "SAME_LOWER"})
  void automaticPaddingFollowsTheSizeOfARunAlsoAfterExport(String autoPad) throws Exception {
    TinyModel model =
        new TinyModel(17)
            .input("x", 0, 3, 0, 0)
            .floats("w", RandomTensors.of(1, 4, 3, 3, 4))
            .node("Conv", "conv", "x w -> c", "auto_pad", autoPad, "strides", new long[] {2, 3})
            .node("MaxPool", "most", "c -> m", "auto_pad", autoPad, "kernel_shape", TWO_BY_TWO)
            .node("AveragePool", "mean", "m -> y", "auto_pad", autoPad, "kernel_shape", TWO_BY_TWO)
            .output("y");
    Graph graph = model.read();
    assertAgreesWithOnnxRuntime(model, graph, 2, 3, 9, 14);
    assertAgreesWithOnnxRuntime(model, graph, 1, 3, 10, 12);
    Path file = folder.resolve("exported.onnx");
    OnnxWriter.write(graph, InputSpec.imageNet(8, 8), List.of(), Map.of(), file);
    Graph readBack = new OnnxFormat().open(file, null, Job.unwatched()).graph();
    assertAgreesWithOnnxRuntime(model, readBack, 2, 3, 9, 14);
  }

  private static final long[] TWO_BY_TWO = {2, 2};

  @Test
  void metadataGivesTheSizeNormalisationAndClasses() throws Exception {
    TinyModel model =
        TinyModels.residual()
            .metadata("input", "1x3x32x40")
            .metadata("mean", "0.5,0.5,0.5")
            .metadata("std", "0.25,0.25,0.25")
            .metadata("classes", "a,b,c,d,e");
    LoadedModel loaded =
        new OnnxFormat().open(model.write(folder.resolve("m.onnx")), null, Job.unwatched());
    assertEquals(Shape.of(1, 3, 32, 40), loaded.graph().shape("x"));
    assertEquals(40, loaded.inputSpec().width());
    assertEquals(0.25f, loaded.inputSpec().std()[1]);
    assertEquals(List.of("a", "b", "c", "d", "e"), loaded.classes());
    assertTrue(loaded.origin().contains("ONNX, opset 13"), loaded.origin());
  }

  @Test
  void identityDropoutAndCastVanishButKeepTheirNames() {
    Graph graph =
        new TinyModel(13)
            .input("x", 1, 2, 3, 3)
            .node("Relu", "relu", "x -> a")
            .node("Identity", "same", "a -> b")
            .node("Dropout", "drop", "b -> c")
            .node("Cast", "cast", "c -> d", "to", 1)
            .output("d")
            .read();
    assertEquals(1, graph.nodes().size());
    assertEquals(List.of("relu"), graph.outputs());
    assertTrue(
        graph.value("relu").sourceNames().containsAll(List.of("a", "b", "same", "drop", "d")));
  }

  @Test
  void unnamedNodesAreCalledAfterOperatorAndPositionAndNamesStayUnique() {
    Graph graph =
        new TinyModel(13)
            .input("x", 1, 2, 3, 3)
            .node("Relu", "", "x -> 1")
            .node("Relu", "", "1 -> features")
            .node("Tanh", "same", "features -> 3")
            .node("Tanh", "same", "3 -> 4")
            .output("4")
            .read();
    List<String> names = graph.nodes().stream().map(Node::name).toList();
    assertEquals(List.of("relu0", "relu1", "same", "same.tanh"), names);
    assertEquals("features", graph.node("relu1").output());
  }

  @Test
  void theStepsOfANodeLeaveOtherNodesTheirNames() {
    Graph graph =
        new TinyModel(13)
            .input("x", 1, 4, 2, 2)
            .node("Relu", "cut.1", "x -> r")
            .node("Split", "cut", "r -> a b", "axis", 1)
            .node("Add", "sum", "a b -> y")
            .output("y")
            .read();
    assertEquals("Activation", graph.node("cut.1").op());
    assertEquals("Slice", graph.node("cut.1_1").op());
  }

  @Test
  void olderExportersNumberedNodesAreCalledAfterTheirWeights() {
    Graph graph =
        new TinyModel(11)
            .input("x", 1, 3, 4, 4)
            .floats("layer2.0.conv1.weight", RandomTensors.of(1, 2, 3, 1, 1))
            .node("Conv", "Conv_12", "x layer2.0.conv1.weight -> 13")
            .node("Relu", "Relu_13", "13 -> 14")
            .output("14")
            .read();
    assertEquals("layer2.0.conv1", graph.nodes().get(0).name());
    assertEquals("Relu_13", graph.nodes().get(1).name());
  }

  @Test
  void matMulAndAddBecomeOneLayerWithABias() throws Exception {
    TinyModel model =
        new TinyModel(13)
            .input("x", 0, 3, 4, 4)
            .floats("w", RandomTensors.of(1, 48, 5))
            .floats("b", RandomTensors.of(2, 5))
            .node("Flatten", "flatten", "x -> f")
            .node("MatMul", "fc", "f w -> m")
            .node("Add", "fc_bias", "b m -> y")
            .output("y");
    Graph graph = model.read();
    assertEquals(List.of("Reshape", "Gemm"), graph.nodes().stream().map(Node::op).toList());
    assertEquals("b", graph.node("fc").epilogue().bias());
    assertAgreesWithOnnxRuntime(model, graph, 2, 3, 4, 4);
  }

  @Test
  void sigmoidTimesItsInputIsSilu() throws Exception {
    TinyModel model =
        new TinyModel(13)
            .input("x", 0, 2, 3, 3)
            .node("Sigmoid", "gate", "x -> g")
            .node("Mul", "act", "x g -> y")
            .output("y");
    Graph graph = model.read();
    assertEquals(1, graph.nodes().size());
    assertAgreesWithOnnxRuntime(model, graph, 2, 2, 3, 3);
  }

  @Test
  @Tag("shared")
  void theTrainedMobileNetAgreesWithOnnxRuntimeAtOtherBatches() throws Exception {
    Path file = Skips.shared("models/mobilenet_v2_imagenet.onnx");
    LoadedModel loaded = new OnnxFormat().open(file, null, Job.unwatched());
    assertEquals(1001, loaded.classes().size());
    assertEquals(0.5f, loaded.inputSpec().mean()[0]);
    Tensor input = RandomTensors.of(1, 2, 3, 224, 224);
    Tensor actual = GraphRun.outputs(loaded.graph(), Map.of("input", input)).get(0);
    try (OnnxRuntimePeer peer = new OnnxRuntimePeer(file)) {
      Tensor expected = peer.run(Map.of("input", input)).get("logits");
      assertClose("logits", expected, actual, 1e-4);
    }
    assertEquals(10, blocksWithShortcut(loaded.graph()));
  }

  private static long blocksWithShortcut(Graph graph) {
    return Passes.prepare(graph).blocks().stream().filter(b -> b.hasShortcut()).count();
  }

  static void assertAgreesWithOnnxRuntime(TinyModel model, Graph graph, int... extents)
      throws Exception {
    Tensor input = RandomTensors.of(9, extents);
    String name = graph.inputs().get(0);
    Graph shaped = InferShapes.withInputs(graph, Map.of(name, input.shape()));
    Tensor actual = GraphRun.outputs(shaped, Map.of(name, input)).get(0);
    try (OnnxRuntimePeer peer = new OnnxRuntimePeer(model.build().toByteArray())) {
      Tensor expected = peer.run(Map.of(name, input)).values().iterator().next();
      assertClose(graph.toString(), expected, actual, 1e-5);
    }
  }
}
