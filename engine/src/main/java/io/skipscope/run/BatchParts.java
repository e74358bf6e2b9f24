package io.skipscope.run;

import io.skipscope.graph.Graph;
import io.skipscope.pass.InferShapes;
import io.skipscope.tap.TapPoint;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cuts the inputs of a run along axis 0, the batch. */
final class BatchParts {
  private BatchParts() {}

  /**
   * The entries of a batch, where inputs, outputs and tapped values all have that many; else 1.
   *
   * @param request with inputs of shapes that the graph takes
   */
  static int entries(Graph graph, RunRequest request) {
    Map<String, Shape> shapes = request.shapes();
    Graph shaped = InferShapes.withInputs(graph, shapes);
    int entries = entries(shapes.values().iterator().next());
    Stream<Shape> others =
        Stream.concat(
            shapes.values().stream(),
            Stream.concat(
                    shaped.outputs().stream(),
                    request.taps().points().stream().map(TapPoint::value))
                .map(shaped::shape));
    return others.allMatch(shape -> entries(shape) == entries) ? entries : 1;
  }

  private static int entries(Shape shape) {
    return shape.rank() == 0 ? 1 : shape.batch();
  }

  /**
   * The inputs of each part, in order.
   *
   * @param entries of the batch, which every input has on axis 0
   * @param largest entries of a part
   */
  static List<Map<String, Tensor>> cut(Map<String, Tensor> inputs, int entries, int largest) {
    List<Map<String, Tensor>> parts = new ArrayList<>();
    for (int begin = 0; begin < entries; begin += largest) {
      int from = begin;
      int to = Math.min(entries, begin + largest);
      Map<String, Tensor> part = new HashMap<>();
      inputs.forEach((name, tensor) -> part.put(name, range(tensor, from, to)));
      parts.add(part);
    }
    return parts;
  }

  private static Tensor range(Tensor tensor, int begin, int end) {
    int entry = tensor.shape().product(1, tensor.shape().rank());
    return new Tensor(
        tensor.shape().with(0, end - begin),
        Arrays.copyOfRange(tensor.data(), begin * entry, end * entry));
  }
}
