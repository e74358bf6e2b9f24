package io.skipscope.measure;

import io.skipscope.run.multi.DeviceLost;
import io.skipscope.run.multi.Median;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Every plan that some devices allow, as predicted and as measured. Times are of one frame, in
 * milliseconds.
 *
 * @param goal {@code latency}: a time is from a frame's input to its outputs; {@code throughput}:
 *     it is the time of all frames divided by their number
 * @param frames how many passed through each plan in a round
 * @param rounds how often each plan was followed, in turn with the others
 * @param plans {@code single} first
 * @param setAside one line for each device that failed
 */
public record PlanComparisonReport(
    String model,
    String goal,
    int frames,
    int rounds,
    List<PlanTime> plans,
    List<String> setAside) {

  /**
   * A plan.
   *
   * @param devices that worked, each once
   * @param predictedMillis before the plan was followed, the median of the rounds
   * @param measuredMillis likewise
   * @param errorPercent by how much the measured time is above what was predicted in the same
   *     round, the median of the rounds; negative below
   * @param throughput frames a second, the median of the rounds
   * @param ratio measured time of the best single device divided by this one's; above 1 is faster
   */
  public record PlanTime(
      String plan,
      List<String> devices,
      double predictedMillis,
      double measuredMillis,
      double errorPercent,
      double throughput,
      double ratio) {}

  /**
   * @param results of each plan, one a round; of {@link PlanKind#SINGLE} too
   */
  static PlanComparisonReport of(
      String model,
      ScheduledRunner runner,
      Goal goal,
      int frames,
      Map<PlanKind, List<StreamResult>> results) {
    double single = median(results.get(PlanKind.SINGLE), StreamResult::measuredMillis);
    List<PlanTime> plans = new ArrayList<>();
    results.values().forEach(rounds -> plans.add(time(rounds, single)));
    return new PlanComparisonReport(
        model,
        goal.name().toLowerCase(Locale.ROOT),
        frames,
        results.get(PlanKind.SINGLE).size(),
        List.copyOf(plans),
        runner.lost().stream().map(DeviceLost::getMessage).toList());
  }

  /**
   * @param rounds of one plan
   * @param singleMillis what the best single device took, measured
   */
  static PlanTime time(List<StreamResult> rounds, double singleMillis) {
    Schedule schedule = rounds.get(0).schedule();
    double predicted = median(rounds, round -> round.schedule().predictedMillis());
    double measured = median(rounds, StreamResult::measuredMillis);
    return new PlanTime(
        schedule.kind().text(),
        schedule.parts().stream().map(Part::device).distinct().toList(),
        predicted,
        measured,
        median(rounds, PlanComparisonReport::errorPercent),
        median(rounds, StreamResult::throughput),
        singleMillis / measured);
  }

  private static double errorPercent(StreamResult round) {
    return 100 * (round.measuredMillis() / round.schedule().predictedMillis() - 1);
  }

  private static double median(List<StreamResult> rounds, ToDoubleFunction<StreamResult> number) {
    return Median.of(rounds.stream().mapToDouble(number).toArray());
  }
}
