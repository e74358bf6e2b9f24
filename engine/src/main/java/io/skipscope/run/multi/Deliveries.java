package io.skipscope.run.multi;

import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What comes out of a stream: each frame's outputs once, and what it took. Any thread. */
final class Deliveries {
  private final List<Map<String, Tensor>> outputs;
  private final Collection<Span> spans = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesMoved = new AtomicLong();
  private final List<Double> frameMillis = new ArrayList<>();

  Deliveries(int frames) {
    outputs = new ArrayList<>();
    IntStream.range(0, frames).forEach(frame -> outputs.add(null));
  }

  /**
   * @throws IllegalStateException if the frame was delivered before
   */
  synchronized void deliver(int frame, Map<String, Tensor> values, long elapsedNanos) {
    if (outputs.set(frame, values) != null) {
      throw new IllegalStateException("frame " + frame + " came out a second time");
    }
    frameMillis.add(elapsedNanos / 1e6);
  }

  void add(Span span) {
    spans.add(span);
  }

  void moved(long bytes) {
    bytesMoved.addAndGet(bytes);
  }

  /** Frames that have not come out, in their order. */
  synchronized List<Integer> missing() {
    return IntStream.range(0, outputs.size())
        .filter(frame -> outputs.get(frame) == null)
        .boxed()
        .toList();
  }

  synchronized int size() {
    return outputs.size();
  }

  synchronized int done() {
    return frameMillis.size();
  }

  /** By frame. */
  synchronized List<Map<String, Tensor>> outputs() {
    return List.copyOf(outputs);
  }

  /** From a frame's input to its outputs, the median of those that came out. */
  synchronized double medianMillis() {
    return Median.of(frameMillis.stream().mapToDouble(Double::doubleValue).toArray());
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  long bytesMoved() {
    return bytesMoved.get();
  }
}
