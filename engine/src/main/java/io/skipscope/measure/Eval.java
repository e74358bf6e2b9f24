package io.skipscope.measure;

import io.skipscope.error.InputException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.image.InputSpec;
import io.skipscope.image.LabelledPictures;
import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often a classifier is right on a data set: the share of pictures whose class is its first
 * guess (top-1) or among its first five (top-5).
 */
public final class Eval {
  /** Something that gives scores [batch, classes] for pictures [batch, channels, height, width]. */
  @FunctionalInterface
  public interface Classifier {
    Tensor classify(Tensor batch);
  }

  /**
   * The outcome.
   *
   * @param count pictures looked at
   * @param top1 share between 0 and 1
   * @param top5 share between 0 and 1
   */
  public record Result(int count, double top1, double top5) {}

  private final LabelledPictures data;
  private final InputSpec inputSpec;
  private final List<String> modelClasses;

  /**
   * @param modelClasses names by output index; empty if unknown, and then the data set's classes in
   *     alphabetical order are the outputs
   */
  public Eval(LabelledPictures data, InputSpec inputSpec, List<String> modelClasses) {
    this.data = data;
    this.inputSpec = inputSpec;
    this.modelClasses = modelClasses;
  }

  /**
   * Classifies pictures while others are decoded.
   *
   * @param limit look at no more pictures than this, evenly spread over the data set
   * @throws InputException if the classifier's outputs do not fit the data set's classes, or a
   *     picture is damaged
   */
  public Result run(int limit, Classifier classifier, Job job) {
    List<LabelledPictures.Entry> entries = data.spread(limit);
    int batch = BatchReader.usualBatch(inputSpec);
    int first = 0;
    int firstFive = 0;
    int done = 0;
    try (BatchReader<LabelledPictures.Entry> reader =
        new BatchReader<>(entries, data::read, inputSpec, batch, Eval::fail)) {
      while (reader.hasNext()) {
        job.progress("Classifying pictures", done, entries.size());
        Tensor scores = classifier.classify(reader.next().pictures());
        int[] outputs = outputOfClass(scores);
        int count = scores.shape().batch();
        for (int i = 0; i < count; i++) {
          int rank = rankOf(scores, i, outputs[entries.get(done + i).label()]);
          first += rank < 1 ? 1 : 0;
          firstFive += rank < 5 ? 1 : 0;
        }
        done += count;
      }
    }
    return new Result(done, (double) first / done, (double) firstFive / done);
  }

  /** A share of the pictures that leaves some out would not be that of the data set. */
  private static void fail(LabelledPictures.Entry picture, SkipscopeException problem) {
    throw problem;
  }

  /**
   * The output of each class of the data set: by name if the model has all names, else in order.
   */
  private int[] outputOfClass(Tensor scores) {
    List<String> classes = data.classes();
    int outputs = scores.shape().elementCount() / scores.shape().batch();
    if (modelClasses.size() <= outputs && modelClasses.containsAll(classes)) {
      return classes.stream().mapToInt(modelClasses::indexOf).toArray();
    }
    if (classes.size() != outputs) {
      throw new InputException(
          "data set",
          classes.size() + " classes (" + classes.get(0) + ", ...)",
          outputs + " as the model has, or folders called as the model's classes");
    }
    return IntStream.range(0, outputs).toArray();
  }

  /** How many outputs are above one; NaN is never right. */
  private static int rankOf(Tensor scores, int image, int output) {
    int outputs = scores.shape().elementCount() / scores.shape().batch();
    int start = image * outputs;
    float own = scores.data()[start + output];
    int above = 0;
    for (int i = 0; i < outputs; i++) {
      float other = scores.data()[start + i];
      boolean before = other > own || other == own && i < output;
      above += before || Float.isNaN(own) || Float.isNaN(other) ? 1 : 0;
    }
    return above;
  }
}
