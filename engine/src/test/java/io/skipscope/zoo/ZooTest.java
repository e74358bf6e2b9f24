package io.skipscope.zoo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZooTest {
  @ParameterizedTest
  @CsvSource({
    "resnet18, 11689512, 8",
    "resnet34, 21797672, 16",
    "resnet50, 25557032, 16",
    "resnet50:v1, 25557032, 16",
    "resnet101, 44549160, 33",
    "resnet152, 60192808, 50",
    "resnext50_32x4d, 25028904, 16",
    "wide_resnet50_2, 68883240, 16",
    "mobilenet_v2, 3504872, 10",
    "mobilenet_v2:0.5, 1968680, 10",
    "resnet20, 269722, 9",
    "resnet32, 464154, 15",
    "resnet44, 658586, 21",
    "resnet56, 853018, 27",
    "resnet110, 1727962, 54",
    "resnet20:B, 272474, 9",
    "plain20, 269722, 0",
    "plain34, 21623848, 0",
  })
  void netHasThePublishedParametersAndShortcuts(String name, long parameters, long sums) {
    Graph graph = build(name);
    long counted =
        graph.values().values().stream()
            .filter(value -> value.role() == Role.PARAMETER)
            .mapToLong(value -> value.shape().elementCount())
            .sum();
    assertEquals(parameters, counted);
    assertEquals(sums, graph.nodes().stream().filter(node -> node.op().equals("Add")).count());
    assertEquals(name, graph.name());
  }

  @Test
  void everyNameGivesAnArchitectureOfThatName() {
    Zoo.names().forEach(name -> assertEquals(name, Zoo.architecture(name).name()));
    assertTrue(
        Zoo.names().containsAll(List.of("plain18", "plain20", "plain56", "plain110", "resnet44")));
  }

  @Test
  void versionDecidesWhichConvolutionHasTheStride() {
    assertEquals(1, stride(build("resnet50"), "layer2.0.conv1"));
    assertEquals(2, stride(build("resnet50"), "layer2.0.conv2"));
    assertEquals(2, stride(build("resnet50:v1"), "layer2.0.conv1"));
    assertEquals(1, stride(build("resnet50:v1"), "layer2.0.conv2"));
  }

  @Test
  void firstBottleneckProjectsAtStrideOneAndFirstBasicBlockDoesNot() {
    assertEquals(1, stride(build("resnet50"), "layer1.0.downsample.0"));
    assertFalse(build("resnet18").values().containsKey("layer1.0.downsample.0"));
  }

  @Test
  void optionAPadsAQuarterOfThePlanesOnBothSides() {
    Node pad = build("resnet20").node("layer3.0.shortcut.pad");
    assertEquals(PadAttributes.zeros(List.of(0, 16, 0, 0), List.of(0, 16, 0, 0)), pad.attributes());
  }

  @Test
  void outputValuesCarryTheirNodesNames() {
    for (String name : List.of("resnet50", "resnet20", "mobilenet_v2")) {
      build(name).nodes().forEach(node -> assertEquals(node.name(), node.output()));
    }
  }

  @Test
  void mobileNetWidthsAreRoundedAsInTorchvision() {
    Graph graph = build("mobilenet_v2:0.35");
    assertEquals(Shape.of(16, 3, 3, 3), graph.shape("features.0.0.weight"));
    assertEquals(Shape.of(8, 16, 1, 1), graph.shape("features.1.conv.1.weight"));
    assertEquals(Shape.of(1280, 112, 1, 1), graph.shape("features.18.0.weight"));
    assertEquals(
        Shape.of(1792, 448, 1, 1), build("mobilenet_v2:1.4").shape("features.18.0.weight"));
  }

  @Test
  void mobileNetStridesAreTheOnesGiven() {
    Architecture tiny = new MobileNetV2(0.5, 1, List.of(1, 1, 2, 2, 1, 2, 1));
    Graph graph = tiny.build(zeros(), 20, 64, 64);
    assertEquals(1, stride(graph, "features.0.0"));
    assertEquals(1, stride(graph, "features.2.conv.1.0"));
    assertEquals(2, stride(graph, "features.4.conv.1.0"));
    assertEquals(Shape.of(20, 1280), graph.shape("classifier.1.weight"));
  }

  @Test
  void seedFixesEveryNumber() {
    Graph first = Zoo.build("resnet20", 7);
    Graph again = Zoo.build("resnet20", 7);
    Graph other = Zoo.build("resnet20", 8);
    String name = "layer2.0.conv1.weight";
    assertArrayEquals(first.stored().get(name).data(), again.stored().get(name).data());
    assertFalse(Arrays.equals(first.stored().get(name).data(), other.stored().get(name).data()));
  }

  @Test
  void convolutionsHaveTheVarianceOfHeInitialisation() {
    Tensor weight = Zoo.build("resnet18", 1).stored().get("layer3.0.conv2.weight");
    double sum = 0;
    double squares = 0;
    for (float w : weight.data()) {
      sum += w;
      squares += (double) w * w;
    }
    int count = weight.data().length;
    assertEquals(0, sum / count, 1e-3);
    assertEquals(2.0 / (256 * 9), squares / count, 2e-5);
  }

  @Test
  void unknownNamesAndVariantsAreAnsweredWithNearOnes() {
    InputException unknown = assertThrows(InputException.class, () -> Zoo.architecture("resnet51"));
    assertTrue(unknown.getMessage().contains("resnet50"), unknown.getMessage());
    assertThrows(InputException.class, () -> Zoo.architecture("resnet18:v2"));
    assertThrows(InputException.class, () -> Zoo.architecture("resnet20:C"));
    assertThrows(InputException.class, () -> Zoo.architecture("mobilenet_v2:0"));
    assertThrows(InputException.class, () -> Zoo.architecture("plain20:B"));
  }

  private static int stride(Graph graph, String node) {
    return ((ConvAttributes) graph.node(node).attributes()).strideH();
  }

  private static Graph build(String name) {
    Architecture net = Zoo.architecture(name);
    return net.build(zeros(), net.defaultClasses(), net.inputSize(), net.inputSize());
  }

  private static ParameterSource zeros() {
    return (name, shape, kind, groups) -> Tensor.zeros(shape);
  }
}
