package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.image.InputSpec;
import io.skipscope.job.Job;
import io.skipscope.load.ModelFiles;
import io.skipscope.load.onnx.OnnxWriter;
import io.skipscope.pass.FoldBatchNorm;
import io.skipscope.pass.InferShapes;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.Zoo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published figures: He et al. 2015, Sandler et al. 2018, torchvision's table of weights. */
class ModelInfoTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "resnet18, 11689512, 1814073344, 8, 435",
    "resnet34, 21797672, 3663761408, 16, 899",
    "resnet50, 25557032, 4089184256, 16, 427",
    "resnet101, 44549160, 7801405440, 33, 971",
    "resnet152, 60192808, 11513626624, 50, 1451",
    "mobilenet_v2, 3504872, 300774272, 17, 491"
  })
  void imageNetNetsHaveTheirPublishedFigures(
      String net, long parameters, long macs, int blocks, int receptiveField) {
    ModelInfo info = ModelInfo.of(prepared(net));
    assertEquals(parameters, info.parameters());
    assertEquals(macs, info.macs());
    assertEquals(blocks, info.blocks().size());
    assertEquals(receptiveField, info.receptiveField());
  }

  @ParameterizedTest
  @CsvSource({"resnet50:v1, 483", "resnet101:v1, 1027", "resnet152:v1, 1507"})
  void strideOnTheFirstConvolutionWidensTheReceptiveField(String net, int receptiveField) {
    assertEquals(receptiveField, ModelInfo.of(prepared(net)).receptiveField());
  }

  @ParameterizedTest
  @CsvSource({
    "resnet20, 269722, 40.55, 9, 81",
    "resnet32, 464154, 68.86, 15, 137",
    "resnet44, 658586, 97.17, 21, 193",
    "resnet56, 853018, 125.49, 27, 249",
    "resnet110, 1727962, 252.89, 54, 501"
  })
  void cifarNetsHaveTheirPublishedFigures(
      String net, long parameters, double megaMacs, int blocks, int receptiveField) {
    ModelInfo info = ModelInfo.of(prepared(net));
    assertEquals(parameters, info.parameters());
    assertEquals(megaMacs, info.macs() / 1e6, 0.005);
    assertEquals(blocks, info.blocks().size());
    assertEquals(receptiveField, info.receptiveField());
  }

  @Test
  void blocksHaveTheirPublishedFigures() {
    assertEquals(
        new ModelInfo.Block(
            "layer1.1",
            BlockKind.BASIC,
            ShortcutKind.IDENTITY,
            Shape.of(1, 64, 56, 56),
            Shape.of(1, 64, 56, 56),
            73_984,
            73_728,
            231_211_008),
        block("resnet18", "layer1.1"));
    assertEquals(
        new ModelInfo.Block(
            "layer1.1",
            BlockKind.BOTTLENECK,
            ShortcutKind.IDENTITY,
            Shape.of(1, 256, 56, 56),
            Shape.of(1, 256, 56, 56),
            70_400,
            69_632,
            218_365_952),
        block("resnet50", "layer1.1"));
  }

  @Test
  void shortcutsAreCountedWithTheirBlocks() {
    ModelInfo.Block projected = block("resnet18", "layer2.0");
    assertEquals(ShortcutKind.PROJECTION, projected.shortcut());
    assertEquals(64 * 128 * 9 + 128 * 128 * 9 + 64 * 128, projected.convWeights());
    assertEquals(projected.convWeights() + 3 * 2 * 128, projected.parameters());
    assertEquals(28L * 28 * projected.convWeights(), projected.macs());
    assertEquals(ShortcutKind.PADDED_IDENTITY, block("resnet20", "layer2.0").shortcut());
  }

  @Test
  void mobileNetHasTenShortcutsAmongSeventeenBlocks() {
    ModelInfo info = ModelInfo.of(prepared("mobilenet_v2"));
    long without = info.blocks().stream().filter(b -> b.shortcut() == ShortcutKind.NONE).count();
    assertEquals(7, without);
    info.blocks().forEach(b -> assertEquals(BlockKind.INVERTED_RESIDUAL, b.kind()));
  }

  @Test
  void foldedBatchNormTakesItsParametersAlong() {
    Graph folded = new FoldBatchNorm().apply(prepared("resnet50"), Set.of());
    assertEquals(25_530_472, ModelInfo.of(Passes.prepare(folded)).parameters());
  }

  @Test
  void countsFollowTheInputShape() {
    Graph graph =
        InferShapes.withInputs(prepared("resnet18"), Map.of("input", Shape.of(2, 3, 448, 448)));
    ModelInfo info = ModelInfo.of(graph);
    long perImage = 1_814_073_344L - 512_000;
    assertEquals(2 * (4 * perImage + 512_000), info.macs());
    assertEquals(435, info.receptiveField());
  }

  /** Names of blocks and roles of parameters must survive the way through another format. */
  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet50:v1", "resnet20", "resnet20:B", "mobilenet_v2"})
  void figuresSurviveExportAndImport(String net) {
    Graph graph = prepared(net);
    Path file = folder.resolve("net.onnx");
    Shape input = graph.shape("input");
    InputSpec spec = InputSpec.imageNet(input.height(), input.width());
    OnnxWriter.write(graph, spec, List.of(), Map.of(), file);
    Graph imported = ModelFiles.open(file, null, Job.unwatched()).graph();
    assertEquals(ModelInfo.of(graph), ModelInfo.of(Passes.prepare(imported)));
  }

  private static ModelInfo.Block block(String net, String name) {
    return ModelInfo.of(prepared(net)).blocks().stream()
        .filter(block -> block.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Graph prepared(String net) {
    Architecture architecture = Zoo.architecture(net);
    int size = architecture.inputSize();
    return Passes.prepare(
        architecture.build(
            (name, shape, kind, groups) -> Tensor.zeros(shape),
            architecture.defaultClasses(),
            size,
            size));
  }
}
