package io.skipscope.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trained checkpoints that are not part of the project. */
@Tag("shared")
class SharedCheckpointsTest {
  private static final Path MODELS =
      Path.of(System.getProperty("skipscope.shared", "../../shared"), "models");

  /** FACTS: mean over the blocks' layers of sqrt(mean(gamma^2) + population variance(beta)). */
  @ParameterizedTest
  @CsvSource({"resnet20, 3, 0.7291", "resnet56, 9, 0.4430"})
  void trainedNumbersArriveInTheirPlaces(String net, int blocks, double layerResponse) {
    Path file = MODELS.resolve(net + "_cifar10.th");
    String absent = file + " is not there: trained checkpoints are not tested";
    if (!Files.exists(file)) {
      System.err.println("SKIPPED: " + absent);
    }
    assumeTrue(Files.exists(file), absent);
    LoadedModel model = ModelFiles.open(file, null, Job.unwatched());
    assertEquals(net, model.metadata().get("arch"));
    assertTrue(model.origin().contains("legacy form"), model.origin());
    assertEquals(10, model.graph().shape("linear.weight").extent(0));
    assertEquals(layerResponse, layerResponse(model.graph().stored(), blocks), 5e-5);
  }

  private static double layerResponse(Map<String, Tensor> stored, int blocks) {
    double sum = 0;
    int layers = 0;
    for (int stage = 1; stage <= 3; stage++) {
      for (int block = 0; block < blocks; block++) {
        for (int layer = 1; layer <= 2; layer++) {
          String name = "layer" + stage + "." + block + ".bn" + layer;
          sum += response(stored.get(name + ".weight").data(), stored.get(name + ".bias").data());
          layers++;
        }
      }
    }
    return sum / layers;
  }

  private static double response(float[] gamma, float[] beta) {
    double squares = 0;
    double betas = 0;
    double betaSquares = 0;
    for (int channel = 0; channel < gamma.length; channel++) {
      squares += (double) gamma[channel] * gamma[channel];
      betas += beta[channel];
      betaSquares += (double) beta[channel] * beta[channel];
    }
    double meanBeta = betas / gamma.length;
    return Math.sqrt(squares / gamma.length + betaSquares / gamma.length - meanBeta * meanBeta);
  }
}
