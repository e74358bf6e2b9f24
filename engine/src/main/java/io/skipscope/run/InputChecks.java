package io.skipscope.run;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Map;

/** Refuses tensors that a graph cannot take, before anything is planned. */
final class InputChecks {
  private InputChecks() {}

  static void check(Graph graph, Map<String, Tensor> inputs) {
    for (String name : graph.inputs()) {
      Tensor tensor = inputs.get(name);
      if (tensor == null) {
        throw new InputException("input " + name, "no tensor", "one tensor per input");
      }
      checkShape(name, tensor.shape(), graph.shape(name));
      checkNumbers(name, tensor.data());
    }
  }

  private static void checkShape(String name, Shape given, Shape declared) {
    boolean fits = given.rank() == declared.rank() && given.elementCount() > 0;
    if (fits && given.rank() > 1) {
      fits = given.channels() == declared.channels();
    }
    if (!fits) {
      throw new InputException(
          "input " + name,
          "shape " + given,
          "shape " + declared + "; batch, height and width may differ");
    }
  }

  private static void checkNumbers(String name, float[] data) {
    for (int i = 0; i < data.length; i++) {
      if (Float.isNaN(data[i])) {
        throw new InputException(
            "input " + name, "NaN at element " + i, "numbers; clean the input first");
      }
    }
  }
}
