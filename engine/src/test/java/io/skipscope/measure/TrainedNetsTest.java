package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.image.LabelledPictures;
import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.load.ModelFiles;
import io.skipscope.pass.Passes;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.testing.TestFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hundred pictures tell a net that was rebuilt rightly from one with a wrong stride. */
@Tag("shared")
class TrainedNetsTest {
  private static final Path SHARED =
      Path.of(System.getProperty("skipscope.shared", "../../shared"));
  private static final int PICTURES = 120;

  @ParameterizedTest
  @CsvSource({
    "../samples/weights/mobilenet_v2_tinyimagenet20.safetensors, tinyimagenet20.zip, 0.764",
    "../samples/weights/resnet20_cifar10jpeg.safetensors, cifar10-jpeg.zip, 0.8563",
    "models/resnet20_cifar10.th, cifar10-jpeg.zip, 0.8103"
  })
  void netsNameNearlyAsManyPicturesAsTheirCardsSay(String weights, String data, double accuracy) {
    Path zip = present(SHARED.resolve("datasets").resolve(data));
    Path file = present(weights.startsWith("..") ? Path.of(weights) : SHARED.resolve(weights));
    LoadedModel model = ModelFiles.open(file, null, Job.unwatched());
    try (LabelledPictures pictures = LabelledPictures.open(zip, null);
        JavaDevice device = new JavaDevice();
        Runner runner = new Runner(device, Passes.prepare(model.graph()), TestFamily.options())) {
      Eval.Result result =
          new Eval(pictures, model.inputSpec(), model.classes())
              .run(
                  PICTURES,
                  batch ->
                      runner
                          .run(Map.of("input", batch), TapSet.NONE, Map.of(), Job.unwatched())
                          .output(),
                  Job.unwatched());
      assertEquals(PICTURES, result.count());
      assertEquals(accuracy, result.top1(), 0.1);
    }
  }

  private static Path present(Path path) {
    if (!Files.exists(path)) {
      System.err.println("SKIPPED: " + path + " is not there: trained nets are not tested");
    }
    assumeTrue(Files.exists(path), path + " is not there");
    return path;
  }
}
