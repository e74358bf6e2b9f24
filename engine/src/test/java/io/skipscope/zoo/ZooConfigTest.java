package io.skipscope.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZooConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "resnet50:v1",
        "resnext50_32x4d",
        "plain18",
        "resnet20",
        "resnet110:B",
        "plain56",
        "mobilenet_v2:0.75"
      })
  void writtenConfigurationReadsBackAsTheSameArchitecture(String name) {
    Architecture architecture = Zoo.architecture(name);
    String base = name.replaceAll(":.*", "");
    assertEquals(architecture, ZooConfig.read(base, ZooConfig.write(architecture)));
  }

  @Test
  void aCompleteConfigurationDescribesNetsThatHaveNoNameInTheZoo() {
    List<Architecture> others =
        List.of(
            ResNet.basic(1, 1, 1, 1),
            ResNet.bottleneck(3, 4, 23, 3).withWidth(32, 8),
            new CifarResNet(2, Shortcut.PADDED),
            new CifarResNet(4, Shortcut.PROJECTION),
            new CifarResNet(200, Shortcut.NONE));
    for (Architecture other : others) {
      assertEquals(other, ZooConfig.read(other.name(), ZooConfig.write(other)));
    }
    InputException failure =
        assertThrows(
            InputException.class, () -> ZooConfig.read("resnet14", "{\"blocksPerStage\": 2}"));
    assertEquals("model resnet14", failure.where());
  }

  @Test
  void thePapersStrideChangesNothingInBasicBlocks() {
    assertEquals(Zoo.architecture("resnet18"), Zoo.architecture("resnet18:v1"));
    assertThrows(InputException.class, () -> Zoo.architecture("plain18:v1"));
  }

  @Test
  void keysThatAreAbsentKeepTheNamesOwnValue() {
    assertEquals(
        new MobileNetV2(0.5, 2, List.of(1, 1, 2, 2, 1, 2, 1)),
        ZooConfig.read(
            "mobilenet_v2",
            "{\"widthMultiplier\": 0.5, \"stemStride\": 2, \"stageStrides\": [1,1,2,2,1,2,1]}"));
    assertEquals(Zoo.architecture("resnet56"), ZooConfig.read("resnet56", null));
    assertEquals(
        Zoo.architecture("resnet20"),
        ZooConfig.read("resnet20", "{\"shortcut\": \"A\", \"padding\": \"both\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "{",
        "{\"shortcut\": \"C\"}",
        "{\"shortcut\": \"A\", \"padding\": \"end\"}",
        "{\"widthMultiplier\": 1}",
        "{\"blocksPerStage\": 0}",
        "{\"blocksPerStage\": 99999999}",
        "{\"blocksPerStage\": \"3\"}"
      })
  void configurationThatFitsNoNetIsRefused(String config) {
    assertThrows(InputException.class, () -> ZooConfig.read("resnet20", config));
  }
}
