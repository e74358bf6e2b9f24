package io.skipscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.image.LabelledPictures;
import io.skipscope.job.Job;
import io.skipscope.measure.Eval;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Precision;
import io.skipscope.testing.Skips;
import io.skipscope.testing.TestDevices;
import io.skipscope.testing.TestFamily;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trained nets reach the accuracy that they are known for, on every picture of their test sets. */
@Tag("shared")
@Tag("opencl")
class AccuracyTest {
  private static final int SOME_PICTURES = 400;

  @ParameterizedTest
  @CsvSource({"weights/mobilenet_v2_tinyimagenet20.safetensors, tinyimagenet20.zip"})
  void theSmallTrainedNetIsAsGoodAsItsMetadataSays(String model, String data) {
    assertMetadataHolds(model, data);
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"weights/resnet20_cifar10jpeg.safetensors, cifar10-jpeg.zip"})
  void theTrainedResNetIsAsGoodAsItsMetadataSays(String model, String data) {
    assertMetadataHolds(model, data);
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"models/resnet20_cifar10.th, 0.8103", "models/resnet56_cifar10.th, 0.8320"})
  void publishedCheckpointsReachTheirKnownAccuracy(String model, double top1) {
    Eval.Result result = eval(Model.open(Skips.shared(model)), "cifar10-jpeg.zip");
    assertEquals(10_000, result.count());
    assertEquals(top1, result.top1(), 0.0005);
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({
    "weights/mobilenet_v2_tinyimagenet20.safetensors, tinyimagenet20.zip",
    "weights/resnet20_cifar10jpeg.safetensors, cifar10-jpeg.zip"
  })
  void aTrainedNetIsAsGoodInHalf(String file, String data) {
    Model model = Model.open(Skips.shared(file));
    PlanOptions inHalf = TestFamily.options().withPrecision(Precision.HALF);
    double half = eval(model, data, inHalf, SOME_PICTURES).top1();
    assertEquals(eval(model, data, TestFamily.options(), SOME_PICTURES).top1(), half, 0.005);
  }

  private static void assertMetadataHolds(String file, String data) {
    Model model = Model.open(Skips.shared(file));
    double stated = Double.parseDouble(model.metadata().get("accuracy"));
    assertEquals(stated, eval(model, data).top1(), 0.002);
  }

  private static Eval.Result eval(Model model, String dataSet) {
    return eval(model, dataSet, TestFamily.options(), Integer.MAX_VALUE);
  }

  private static Eval.Result eval(Model model, String dataSet, PlanOptions options, int limit) {
    Path data = Skips.shared("datasets").resolve(dataSet);
    try (LabelledPictures pictures = LabelledPictures.open(data, null);
        Session session = Session.open(model, TestDevices.id(TestDevices.OPENCL), options)) {
      Eval eval = new Eval(pictures, model.inputSpec(), model.classes());
      return eval.run(limit, batch -> session.run(batch).output(), Job.unwatched());
    }
  }
}
