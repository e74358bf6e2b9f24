package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.InputException;
import io.skipscope.image.InputSpec;
import io.skipscope.image.LabelledPictures;
import io.skipscope.image.PngWriter;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six classes of red, and a classifier whose scores are nearness in redness. */
class EvalTest {
  private static final int CLASSES = 6;
  private static final int PER_CLASS = 7;
  private static final int ALL = Integer.MAX_VALUE;
  private static final InputSpec SPEC =
      new InputSpec(64, 64, new float[] {0, 0, 0}, new float[] {1, 1, 1}, "the test");

  @TempDir Path data;

  @BeforeEach
  void drawPictures() {
    for (int label = 0; label < CLASSES; label++) {
      int colour = 0xFF000010 | label * 40 << 16;
      for (int i = 0; i < PER_CLASS; i++) {
        PngWriter.write(
            data.resolve("class" + label).resolve(i + ".png"), new int[] {colour}, 1, 1);
      }
    }
  }

  @Test
  void aPerfectClassifierIsAlwaysRight() {
    assertEquals(new Eval.Result(42, 1, 1), eval(List.of()).run(ALL, nearest(0), unwatched()));
  }

  @Test
  void aClassifierThatIsOneOffIsRightWithinFiveOnly() {
    Eval.Result result = eval(List.of()).run(ALL, nearest(1), unwatched());
    assertEquals(new Eval.Result(42, 1.0 / 6, 1), result);
  }

  @Test
  void outputsAreFoundByNameWhereTheModelHasNames() {
    List<String> reversed =
        List.of("class5", "class4", "class3", "class2", "class1", "class0", "other");
    Eval.Classifier classifier = batch -> reversedWithOneMore(nearest(0).classify(batch));
    assertEquals(new Eval.Result(42, 1, 1), eval(reversed).run(ALL, classifier, unwatched()));
  }

  @Test
  void notANumberIsNeverRight() {
    Eval.Classifier broken =
        batch -> {
          Tensor scores = nearest(0).classify(batch);
          Arrays.fill(scores.data(), Float.NaN);
          return scores;
        };
    assertEquals(new Eval.Result(42, 0, 0), eval(List.of()).run(ALL, broken, unwatched()));
  }

  @Test
  void otherClassesThanTheModelsAreRefused() {
    InputException failure =
        assertThrows(
            InputException.class,
            () ->
                eval(List.of())
                    .run(ALL, b -> reversedWithOneMore(nearest(0).classify(b)), unwatched()));
    assertEquals(
        "data set: found 6 classes (class0, ...), expected 7 as the model has, or folders called"
            + " as the model's classes",
        failure.getMessage());
  }

  @Test
  void namesOfMoreClassesThanThereAreOutputsAreNotBelieved() {
    List<String> tooMany =
        List.of("other", "class0", "class1", "class2", "class3", "class4", "class5");
    assertEquals(new Eval.Result(42, 1, 1), eval(tooMany).run(ALL, nearest(0), unwatched()));
  }

  @Test
  void aFullHeapWhileDecodingIsToldAsSuch() {
    InputSpec huge = new InputSpec(40_000, 13_000, new float[3], new float[] {1, 1, 1}, "the test");
    LabelledPictures pictures = LabelledPictures.open(data, null);
    assertThrows(
        OutOfMemoryError.class,
        () -> new Eval(pictures, huge, List.of()).run(1, nearest(0), unwatched()));
  }

  @Test
  void aLimitIsKept() {
    assertEquals(5, eval(List.of()).run(5, nearest(0), unwatched()).count());
  }

  @Test
  void aCancelledJobStops() {
    Job job = unwatched();
    job.cancel();
    assertThrows(CancelledException.class, () -> eval(List.of()).run(ALL, nearest(0), job));
  }

  private Eval eval(List<String> modelClasses) {
    return new Eval(LabelledPictures.open(data, null), SPEC, modelClasses);
  }

  private static Job unwatched() {
    return Job.unwatched();
  }

  /** Scores by distance from the redness of the class so many further on. */
  private static Eval.Classifier nearest(int shift) {
    return batch -> {
      int count = batch.shape().batch();
      int area = batch.shape().product(1, 4);
      float[] scores = new float[count * CLASSES];
      for (int i = 0; i < scores.length; i++) {
        float redness = batch.data()[i / CLASSES * area] * 255 / 40;
        scores[i] = -Math.abs(redness + shift - i % CLASSES);
      }
      return new Tensor(Shape.of(count, CLASSES), scores);
    };
  }

  private static Tensor reversedWithOneMore(Tensor scores) {
    int count = scores.shape().batch();
    float[] more = new float[count * (CLASSES + 1)];
    for (int i = 0; i < more.length; i++) {
      int output = i % (CLASSES + 1);
      more[i] =
          output == CLASSES
              ? -100
              : scores.data()[i / (CLASSES + 1) * CLASSES + CLASSES - 1 - output];
    }
    return new Tensor(Shape.of(count, CLASSES + 1), more);
  }
}
