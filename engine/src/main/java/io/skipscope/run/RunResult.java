package io.skipscope.run;

import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * What a run gives. Immutable.
 *
 * <p>Closing it, on any thread, gives the memory of its taps back to later runs; a tap that nobody
 * has read by then can no longer be read, the rest stays. Results that are never closed stay whole,
 * but cost later runs a copy or the garbage collector's work.
 *
 * @param frame counts the runs of one runner, from 0
 * @param outputs by the graph's output names, in its order
 * @param taps in the order of the tap set
 * @param lease what the taps' numbers are read from
 */
public record RunResult(
    long frame, Map<String, Tensor> outputs, List<TapFrame> taps, RunReport report, TapLease lease)
    implements AutoCloseable {
  public RunResult {
    taps = List.copyOf(taps);
  }

  /** The same with another run's report. */
  public RunResult withReport(RunReport other) {
    return new RunResult(frame, outputs, taps, other, lease);
  }

  /** The same with further lines of what did not go as asked. */
  public RunResult withFallbacks(List<String> more) {
    return more.isEmpty() ? this : withReport(report.withFallbacks(more));
  }

  /** The first output, which for classifiers is the only one. */
  public Tensor output() {
    return outputs.values().iterator().next();
  }

  /** The frame of a tap point by its name, or null. */
  public TapFrame tap(String name) {
    return taps.stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * Copies the taps away from the memory that was lent, so that it is free for later runs; unlike
   * after {@link #close}, all stay readable. Twice is harmless.
   */
  public void copyTaps() {
    lease.copyAway();
  }

  /** Gives the taps' memory back; twice is harmless. */
  @Override
  public void close() {
    lease.giveBack();
  }
}
