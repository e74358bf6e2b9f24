package io.skipscope.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.ModelFormatException;
import io.skipscope.image.InputSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelMetadataTest {
  private static final Path FILE = Path.of("net.onnx");

  @Test
  void keysGiveSizeAndNormalisation() {
    InputSpec spec =
        ModelMetadata.inputSpec(
            Map.of("input", "1x3x64x96", "mean", "0.5, 0.4,0.3", "std", "0.2,0.2,0.1"),
            FILE,
            3,
            224,
            224);
    assertEquals(64, spec.height());
    assertEquals(96, spec.width());
    assertArrayEquals(new float[] {0.5f, 0.4f, 0.3f}, spec.mean());
    assertEquals("the file's metadata", spec.normalisationSource());
  }

  @Test
  void withoutKeysTheModelsSizeAndImageNetsNormalisationHold() {
    InputSpec spec = ModelMetadata.inputSpec(Map.of(), FILE, 3, 65, 97);
    assertEquals(65, spec.height());
    assertEquals(97, spec.width());
    assertArrayEquals(new float[] {0.485f, 0.456f, 0.406f}, spec.mean());
    assertEquals(1, ModelMetadata.inputSpec(Map.of(), FILE, 1, 8, 8).channels());
  }

  @Test
  void malformedKeysAreNamed() {
    for (Map<String, String> bad :
        List.of(
            Map.of("input", "3x64x64"),
            Map.of("input", "1x3xAx64"),
            Map.of("input", "1x1x64x64"),
            Map.of("mean", "0.5"),
            Map.of("mean", "a,b,c"),
            Map.of("std", "0.1,0,0.1"),
            Map.of("std", "NaN,1,1"))) {
      String message =
          assertThrows(
                  ModelFormatException.class,
                  () -> ModelMetadata.inputSpec(bad, FILE, 3, 224, 224),
                  bad::toString)
              .getMessage();
      assertTrue(message.contains("metadata " + bad.keySet().iterator().next()), message);
    }
  }

  @Test
  void describeIsReadBack() {
    InputSpec spec =
        new InputSpec(32, 48, new float[] {0.1f, 0.2f, 0.3f}, new float[] {1, 2, 3}, "");
    for (List<String> classes : List.of(List.of("cat", "dog"), List.of("tench, Tinca", "dog"))) {
      Map<String, String> metadata = ModelMetadata.describe(spec, classes, Map.of("config", "{}"));
      InputSpec back = ModelMetadata.inputSpec(metadata, FILE, 3, 1, 1);
      assertArrayEquals(spec.mean(), back.mean());
      assertArrayEquals(spec.std(), back.std());
      assertEquals(48, back.width());
      assertEquals(classes, ModelMetadata.classes(metadata, FILE));
      assertEquals("{}", metadata.get("config"));
    }
  }

  @Test
  void labelsBesideTheModelNameTheClasses(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("net.onnx");
    assertEquals(List.of(), ModelMetadata.classes(Map.of(), model));
    Files.writeString(folder.resolve("labels.txt"), "a\nb\n\n");
    assertEquals(List.of("a", "b"), ModelMetadata.classes(Map.of(), model));
    Files.writeString(folder.resolve("net_labels.txt"), "x\r\ny\r\nz");
    assertEquals(List.of("x", "y", "z"), ModelMetadata.classes(Map.of(), model));
    assertEquals(List.of("k"), ModelMetadata.classes(Map.of("classes", "k"), model));
  }
}
