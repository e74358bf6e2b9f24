package io.skipscope.measure;

import io.skipscope.run.multi.DeviceLost;
import io.skipscope.run.multi.Median;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.Schedule;
import java.util.List;
import java.util.Locale;

/**
 * How a network was spread over devices, and whether that went as predicted. Times are of one
 * frame, in milliseconds.
 *
 * @param goal {@code latency}: a time is from a frame's input to its outputs; {@code throughput}:
 *     it is the time of all frames divided by their number
 * @param throughput frames a second, measured
 * @param bytesMoved from device to device, all frames together
 * @param candidates the best plan of each kind, as predicted before the run
 * @param setAside one line for each device that failed
 */
public record ScheduleReport(
    String model,
    String plan,
    String goal,
    int frames,
    List<String> devices,
    double predictedMillis,
    double measuredMillis,
    double throughput,
    long bytesMoved,
    List<PartTime> parts,
    List<Candidate> candidates,
    List<String> setAside) {

  /**
   * A device's part.
   *
   * @param blocks the range of the network that it ran
   * @param frames how many it did
   * @param predictedMillis what a frame was to take of the device
   * @param millis what it took, the median of all
   */
  public record PartTime(
      String device, String blocks, int frames, double predictedMillis, double millis) {}

  /** A plan that could have been followed. */
  public record Candidate(String plan, double predictedMillis) {}

  static ScheduleReport of(
      String model, ScheduledRunner runner, List<Schedule> candidates, StreamResult result) {
    Schedule schedule = result.schedule();
    return new ScheduleReport(
        model,
        schedule.kind().text(),
        schedule.goal().name().toLowerCase(Locale.ROOT),
        result.outputs().size(),
        schedule.parts().stream().map(Part::device).toList(),
        schedule.predictedMillis(),
        result.measuredMillis(),
        result.throughput(),
        result.bytesMoved(),
        schedule.parts().stream().map(part -> time(runner.chain(), part, result)).toList(),
        candidates.stream().map(c -> new Candidate(c.kind().text(), c.predictedMillis())).toList(),
        runner.lost().stream().map(DeviceLost::getMessage).toList());
  }

  private static PartTime time(Chain chain, Part part, StreamResult result) {
    String blocks = part.describe(chain);
    double[] millis =
        result.spans().stream()
            .filter(span -> span.device().equals(part.device()) && span.what().equals(blocks))
            .mapToDouble(span -> span.elapsedNanos() / 1e6)
            .toArray();
    return new PartTime(part.device(), blocks, millis.length, part.millis(), Median.of(millis));
  }
}
