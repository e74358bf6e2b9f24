package io.skipscope.measure;

import io.skipscope.graph.Graph;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.SplittableRandom;

/** Something to feed a network with that is only timed. */
final class Noise {
  private static final long SEED = 1;

  private Noise() {}

  /**
   * Numbers between -2 and 2, as normalised pictures have; the same ones every time.
   *
   * @return [batch, channels, height, width] for the graph's first input
   */
  static Tensor of(Graph graph, int batch) {
    return of(graph.shape(graph.inputs().get(0)).with(0, batch));
  }

  /** Likewise for pictures of another size. */
  static Tensor of(Graph graph, Workload workload) {
    int channels = graph.shape(graph.inputs().get(0)).channels();
    return of(Shape.of(workload.batch(), channels, workload.height(), workload.width()));
  }

  private static Tensor of(Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) (random.nextDouble() * 4 - 2);
    }
    return tensor;
  }
}
