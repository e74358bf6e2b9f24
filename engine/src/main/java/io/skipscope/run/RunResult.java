package io.skipscope.run;

import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * What a run gives. Immutable.
 *
 * @param frame counts the runs of one runner, from 0
 * @param outputs by the graph's output names, in its order
 * @param taps in the order of the tap set
 */
public record RunResult(
    long frame, Map<String, Tensor> outputs, List<TapFrame> taps, RunReport report) {
  public RunResult {
    taps = List.copyOf(taps);
  }

  /** The first output, which for classifiers is the only one. */
  public Tensor output() {
    return outputs.values().iterator().next();
  }

  /** The frame of a tap point by its name, or null. */
  public TapFrame tap(String name) {
    return taps.stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
  }
}
