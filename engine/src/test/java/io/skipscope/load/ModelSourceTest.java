package io.skipscope.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.job.Job;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTest {
  private static final Path WEIGHTS = Path.of("../samples/weights");
  private static final String MOBILE_NET = "mobilenet_v2_tinyimagenet20";
  private static final String CIFAR_NET = "resnet20_cifar10jpeg";

  @TempDir static Path folder;
  private static URLClassLoader loader;
  private static BundledWeights bundled;

  /** As in the shipped program, the weights lie in a jar. */
  @BeforeAll
  static void packWeights() throws IOException {
    Path jar = folder.resolve("samples.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          List.of("index.txt", MOBILE_NET + ".safetensors", CIFAR_NET + ".safetensors")) {
        out.putNextEntry(new JarEntry("weights/" + name));
        Files.copy(WEIGHTS.resolve(name), out);
        out.closeEntry();
      }
    }
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    bundled = new BundledWeights(loader);
  }

  @AfterAll
  static void closeJar() throws IOException {
    loader.close();
  }

  @Test
  void bundledNetsAreModelNames() {
    LoadedModel model = open(MOBILE_NET, null);
    assertEquals(MOBILE_NET, model.name());
    assertEquals(20, model.classes().size());
    assertEquals(64, model.inputSpec().height());
    assertEquals("the file's metadata", model.inputSpec().normalisationSource());
    assertTrue(model.origin().contains("bundled weights"), model.origin());
  }

  @Test
  void zooNameOfABundledNetTakesItsWeights() {
    assertEquals(CIFAR_NET, open("resnet20", null).name());
    assertTrue(open("resnet20", null).origin().contains("bundled weights " + CIFAR_NET));
  }

  @Test
  void otherZooNamesAreSeededAndSaySo() {
    for (String name : List.of("resnet20:B", "plain20", "resnet32", "mobilenet_v2:0.5")) {
      LoadedModel model = open(name, null);
      assertEquals(name, model.name());
      assertTrue(model.origin().contains("untrained"), model.origin());
      assertEquals(name, model.metadata().get("arch"));
    }
  }

  @Test
  void weightsFileGoesIntoTheNamedNet() {
    Path file = WEIGHTS.resolve(CIFAR_NET + ".safetensors");
    assertEquals("plain20", open("plain20", file).metadata().get("arch"));
    assertThrows(InputException.class, () -> open(file.toString(), file));
    assertThrows(InputException.class, () -> open(CIFAR_NET, file));
  }

  @Test
  void pathsAreOpened() {
    Path file = WEIGHTS.resolve(MOBILE_NET + ".safetensors");
    assertEquals(MOBILE_NET, open(file.toString(), null).name());
  }

  @Test
  void mistypedNamesAreAnsweredWithNearOnes() {
    for (String name : List.of("resnet51", "resnet51:v1", "mobilenetv2", "bad\0name")) {
      String message = assertThrows(InputException.class, () -> open(name, null)).getMessage();
      assertTrue(message.contains("no such zoo name"), message);
    }
    String missing =
        assertThrows(InputException.class, () -> open("missing.onnx", null)).getMessage();
    assertTrue(missing.contains("no such file"), missing);
  }

  private LoadedModel open(String model, Path weights) {
    return ModelSource.open(model, weights, bundled, Job.unwatched());
  }
}
