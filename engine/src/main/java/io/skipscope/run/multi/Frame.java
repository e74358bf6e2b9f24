package io.skipscope.run.multi;

import io.skipscope.tensor.Tensor;
import java.util.Map;

/**
 * A frame on its way through a stream.
 *
 * @param values what the next part reads
 * @param startNanos when it entered, of {@link System#nanoTime}
 */
record Frame(int index, Map<String, Tensor> values, long startNanos) {
  /** Wakes a part that waits in a stream that has ended. */
  static final Frame NONE = new Frame(-1, Map.of(), 0);

  /** The same frame behind a part. */
  Frame withValues(Map<String, Tensor> others) {
    return new Frame(index, others, startNanos);
  }
}
