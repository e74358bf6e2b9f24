package io.skipscope.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestFamily;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZooRunTest {
  private static final int CLASSES = 10;

  /** Tests on random nets are sharp only if numbers neither vanish nor explode on the way. */
  @ParameterizedTest
  @CsvSource({
    "resnet110, 17, 19",
    "plain56, 17, 19",
    "resnet44:B, 17, 19",
    "resnet18, 33, 47",
    "resnet50:v1, 33, 47",
    "resnext50_32x4d, 33, 47",
    "mobilenet_v2, 33, 47",
    "mobilenet_v2:0.5, 64, 64"
  })
  void signalReachesTheLogitsOfRandomNets(String name, int height, int width) {
    Graph graph =
        Passes.prepare(
            Zoo.architecture(name)
                .build(HeInitialisation.withRandomBatchNorm(5), CLASSES, height, width));
    try (JavaDevice device = new JavaDevice();
        Runner runner = new Runner(device, graph, TestFamily.options())) {
      float[] first = logits(runner, height, width, 1);
      float[] second = logits(runner, height, width, 2);
      double scale = 0;
      double change = 0;
      for (int i = 0; i < CLASSES; i++) {
        scale = Math.max(scale, Math.abs(first[i]));
        change = Math.max(change, Math.abs(first[i] - second[i]));
      }
      assertTrue(scale > 1e-2 && scale < 1e3, "largest logit " + scale);
      assertTrue(change > 1e-3 * scale, "logits " + scale + " change by " + change);
    }
  }

  private static float[] logits(Runner runner, int height, int width, long seed) {
    Tensor input = RandomTensors.of(seed, 1, 3, height, width);
    Tensor output =
        runner.run(Map.of("input", input), TapSet.NONE, Map.of(), Job.unwatched()).output();
    assertEquals(Shape.of(1, CLASSES), output.shape());
    return output.data();
  }
}
