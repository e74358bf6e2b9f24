package io.skipscope.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.ModelFormatException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.Zoo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZooWeightsTest {
  private static final Path FILE = Path.of("some.pth");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resnet18",
        "resnet50",
        "resnext50_32x4d",
        "wide_resnet50_2",
        "plain34",
        "resnet20",
        "resnet32:B",
        "mobilenet_v2",
        "mobilenet_v2:0.35",
        "mobilenet_v2:1.4",
        "mobilenet_v2:0.6"
      })
  void netIsRecognisedByNamesAndShapes(String name) {
    Map<String, Tensor> tensors = ZooTensors.of(name, 7);
    LoadedModel model = new ZooWeights(FILE, tensors, Map.of()).open("test", null);
    assertEquals(name, model.metadata().get("arch"));
    assertEquals(tensors.keySet(), model.graph().stored().keySet());
    tensors.forEach((key, tensor) -> assertSame(tensor, model.graph().stored().get(key)));
  }

  @Test
  void wrapperPrefixAndCountersAreIgnored() {
    Map<String, Tensor> wrapped = new HashMap<>();
    ZooTensors.of("resnet20", 10).forEach((name, t) -> wrapped.put("module." + name, t));
    wrapped.put("module.bn1.num_batches_tracked", Tensor.scalar(5));
    LoadedModel model = new ZooWeights(FILE, wrapped, Map.of()).open("test", null);
    assertEquals("resnet20", model.metadata().get("arch"));
    assertEquals("ImageNet's, for want of others", model.inputSpec().normalisationSource());
    assertEquals(32, model.inputSpec().height());
  }

  @Test
  void netThatLeavesNoTraceInShapesIsTheOneAskedFor() {
    Map<String, Tensor> tensors = ZooTensors.of("plain20", 10);
    assertEquals(
        "plain20",
        new ZooWeights(FILE, tensors, Map.of()).open("test", "plain20").metadata().get("arch"));
    Map<String, Tensor> bottlenecks = ZooTensors.of("resnet50", 10);
    assertEquals(
        "resnet50:v1",
        new ZooWeights(FILE, bottlenecks, Map.of())
            .open("test", "resnet50:v1")
            .metadata()
            .get("arch"));
  }

  @Test
  void metadataGivesStridesThatShapesCannot() {
    Map<String, Tensor> tensors = ZooTensors.of("mobilenet_v2:0.5", 2);
    Map<String, String> metadata =
        Map.of(
            "arch", "mobilenet_v2",
            "config", "{\"widthMultiplier\":0.5,\"stemStride\":1}",
            "input", "1x3x48x64",
            "classes", "cat,dog");
    for (String requested : new String[] {null, "mobilenet_v2", "mobilenet_v2:0.5"}) {
      LoadedModel model = new ZooWeights(FILE, tensors, metadata).open("test", requested);
      assertTrue(model.metadata().get("config").contains("\"stemStride\":1"));
      assertEquals(Shape.of(1, 3, 48, 64), model.graph().shape("input"));
      assertEquals(List.of("cat", "dog"), model.classes());
    }
  }

  @Test
  void faultsAreListedTogether() {
    Map<String, Tensor> tensors = ZooTensors.of("resnet20", 10);
    tensors.remove("bn1.bias");
    tensors.put("layer2.0.bn1.weight", Tensor.zeros(Shape.of(31)));
    tensors.put("layer9.weight", Tensor.zeros(Shape.of(1)));
    String message = fault(tensors, Map.of(), null).getMessage();
    assertTrue(message.contains("missing: bn1.bias;"), message);
    assertTrue(message.contains("layer2.0.bn1.weight (31 instead of 32)"), message);
    assertTrue(message.contains("not in this net: layer9.weight"), message);
  }

  @Test
  void longListsAreCutShort() {
    Map<String, Tensor> tensors = ZooTensors.of("resnet20", 10);
    String message = fault(tensors, Map.of(), "resnet56").getMessage();
    assertTrue(message.contains("and 177 more"), message);
  }

  @Test
  void contentOfNoNetIsRefused() {
    Map<String, Tensor> other = Map.of("lstm.weight", Tensor.scalar(1));
    assertTrue(fault(other, Map.of(), null).getMessage().contains("lstm.weight"));
    Map<String, Tensor> tensors = ZooTensors.of("resnet20", 10);
    tensors.remove("linear.weight");
    assertTrue(fault(tensors, Map.of(), null).getMessage().contains("no linear.weight"));
  }

  @Test
  void metadataThatContradictsTheTensorsIsRefused() {
    Map<String, Tensor> tensors = ZooTensors.of("resnet20", 10);
    fault(tensors, Map.of("arch", "resnet9"), null);
    fault(tensors, Map.of("arch", "resnet20", "config", "{\"shortcut\":1}"), null);
    fault(tensors, Map.of("arch", "resnet20", "classes", "cat,dog"), null);
    fault(tensors, Map.of("arch", "resnet20", "input", "1x3x32"), null);
    fault(tensors, Map.of("arch", "resnet32"), null);
  }

  private static ModelFormatException fault(
      Map<String, Tensor> tensors, Map<String, String> metadata, String requested) {
    ZooWeights weights = new ZooWeights(FILE, tensors, metadata);
    return assertThrows(ModelFormatException.class, () -> weights.open("test", requested));
  }

  @Test
  void describedArchitectureIsCompleteForAnExport() {
    Map<String, String> described = ZooWeights.describe(Zoo.architecture("resnet20"), Map.of());
    assertEquals("resnet20", described.get("arch"));
    assertTrue(described.get("config").contains("\"shortcut\":\"A\""));
  }
}
