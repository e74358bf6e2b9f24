package io.skipscope;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One class with what the network thinks of it.
 *
 * @param probability between 0 and 1
 */
public record Prediction(int index, String label, float probability) {
  /**
   * The most probable classes of the first image of a batch.
   *
   * @param output [batch, classes], possibly with trailing axes of 1
   * @param k how many, at most all
   * @return none for an output of another shape, such as a map
   */
  public static List<Prediction> top(Model model, Tensor output, int k) {
    if (!holdsScores(output.shape())) {
      return List.of();
    }
    int classes = output.shape().channels();
    double[] probabilities = new double[classes];
    double sum = 0;
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < classes; i++) {
      largest = Math.max(largest, output.data()[i]);
    }
    for (int i = 0; i < classes; i++) {
      float value = output.data()[i];
      probabilities[i] = model.endsInSoftmax() ? value : Math.exp(value - largest);
      sum += probabilities[i];
    }
    double total = model.endsInSoftmax() ? 1 : sum;
    return IntStream.range(0, classes)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
        .limit(k)
        .map(i -> new Prediction(i, model.label(i), (float) (probabilities[i] / total)))
        .toList();
  }

  private static boolean holdsScores(Shape output) {
    return output.rank() >= 2 && output.batch() > 0 && output.product(2, output.rank()) == 1;
  }
}
