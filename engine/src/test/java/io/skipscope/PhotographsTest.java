package io.skipscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.image.Pictures;
import io.skipscope.image.Preprocessor;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Skips;
import io.skipscope.testing.TestDevices;
import io.skipscope.testing.TestFamily;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trained ImageNet model names five photographs, each with its known probability. */
@Tag("shared")
@Tag("family")
class PhotographsTest {
  private record Answer(String label, double probability) {}

  private static final Map<String, Answer> EXPECTED =
      Map.of(
          "bird.bmp", new Answer("chickadee", 0.99),
          "cat.bmp", new Answer("Egyptian cat", 0.85),
          "hot_dog.jpg", new Answer("hotdog, hot dog, red hot", 0.97),
          "grace_hopper.bmp", new Answer("military uniform", 0.68),
          "samoyed.bmp", new Answer("Samoyed, Samoyede", 0.97));

  @Test
  void plainJavaNamesThem() {
    assertNamed(TestDevices.JAVA);
  }

  @Test
  @Tag("opencl")
  void openClNamesThem() {
    assertNamed(TestDevices.OPENCL);
  }

  private static void assertNamed(String device) {
    Path images = Skips.shared("images");
    Model model = Model.open(Skips.shared("models/mobilenet_v2_imagenet.onnx"));
    assertEquals(17, model.graph().blocks().size());
    try (Session session = Session.open(model, TestDevices.id(device), TestFamily.options())) {
      EXPECTED.forEach(
          (file, answer) -> {
            Tensor input =
                Preprocessor.toTensor(Pictures.read(images.resolve(file)), model.inputSpec());
            Prediction best = Prediction.top(model, session.run(input).output(), 1).get(0);
            assertEquals(answer.label(), best.label(), file);
            assertEquals(answer.probability(), best.probability(), 0.05, file);
          });
    }
  }
}
