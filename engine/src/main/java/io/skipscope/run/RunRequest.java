package io.skipscope.run;

import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * What one run is asked for.
 *
 * @param inputs by name
 * @param factors where they are not the defaults
 * @param frame how it is done
 */
record RunRequest(
    Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, Executor.Frame frame) {

  /** The shapes of the inputs by their names. */
  Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  /** The same for other inputs. */
  RunRequest withInputs(Map<String, Tensor> others) {
    return new RunRequest(others, taps, factors, frame);
  }

  /** The same, done in another way. */
  RunRequest withFrame(Executor.Frame other) {
    return new RunRequest(inputs, taps, factors, other);
  }
}
