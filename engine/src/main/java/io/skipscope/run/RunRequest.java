package io.skipscope.run;

import io.skipscope.tap.TapListener;
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
 * @param listener told of the taps; of a part of a batch it is not
 * @param restarts whether what gives the same numbers as in the last run need not be done again
 */
record RunRequest(
    Map<String, Tensor> inputs,
    TapSet taps,
    Map<String, Float> factors,
    Executor.Frame frame,
    TapListener listener,
    boolean restarts) {

  /** One that does everything again. */
  RunRequest(
      Map<String, Tensor> inputs,
      TapSet taps,
      Map<String, Float> factors,
      Executor.Frame frame,
      TapListener listener) {
    this(inputs, taps, factors, frame, listener, false);
  }

  /** The shapes of the inputs by their names. */
  Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  /** The same for a part of the inputs. */
  RunRequest withPart(Map<String, Tensor> part) {
    return new RunRequest(part, taps, factors, frame, TapListener.NONE, false);
  }

  /** The same, done in another way. */
  RunRequest withFrame(Executor.Frame other) {
    return new RunRequest(inputs, taps, factors, other, listener, restarts);
  }
}
