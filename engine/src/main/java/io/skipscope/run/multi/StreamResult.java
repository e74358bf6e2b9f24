package io.skipscope.run.multi;

import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * What a stream of frames gave, and what it took.
 *
 * @param schedule the one that the last frames followed
 * @param outputs of each frame by name, in the order of the frames
 * @param totalNanos while frames ran; without measuring, planning and loading
 * @param medianFrameMillis from a frame's input to its outputs, the median
 * @param bytesMoved from device to device
 * @param spans what each device did when, in any order
 * @param lost devices that failed on the way and were set aside
 */
public record StreamResult(
    Schedule schedule,
    List<Map<String, Tensor>> outputs,
    long totalNanos,
    double medianFrameMillis,
    long bytesMoved,
    List<Span> spans,
    List<DeviceLost> lost) {
  public StreamResult {
    outputs = List.copyOf(outputs);
    spans = List.copyOf(spans);
    lost = List.copyOf(lost);
  }

  /** Time a frame, as {@link Schedule#predictedMillis} counts it. */
  public double measuredMillis() {
    return switch (schedule.goal()) {
      case LATENCY -> medianFrameMillis;
      case THROUGHPUT -> totalNanos / 1e6 / outputs.size();
    };
  }

  /** Frames a second. */
  public double throughput() {
    return outputs.size() * 1e9 / totalNanos;
  }
}
