package io.skipscope.measure;

import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows every plan that some devices allow, in turn, so that what disturbs the machine for a
 * while disturbs all of them. Each round begins with a look at how fast the devices are by then,
 * because clocks wander more than predictions miss.
 */
public final class PlanComparison {
  private static final int LEAST_ROUNDS = 3;
  private static final int USUAL_ROUNDS = 5;
  private static final int MOST_ROUNDS = 25;

  /** After this time there are no more rounds than the least. */
  private static final long LONG_NANOS = 10_000_000_000L;

  /** Before, there are more than usual: a stream of milliseconds alone tells little. */
  private static final long SHORT_NANOS = 4_000_000_000L;

  private final ScheduledRunner runner;
  private final Goal goal;
  private final int frames;
  private final Tensor noise;
  private final Job job;

  private PlanComparison(ScheduledRunner runner, Goal goal, int frames, Tensor noise, Job job) {
    this.runner = runner;
    this.goal = goal;
    this.frames = frames;
    this.noise = noise;
    this.job = job;
  }

  /**
   * Where a device fails, the comparison begins anew with the plans that the others allow.
   *
   * @param runner new, of a graph with a first input of rank 4
   * @param devices ids, each once
   * @param frames how many pass through each plan in a round
   * @param lost told one line for each device that fails, or works in another way than planned
   */
  public static PlanComparisonReport run(
      String model,
      ScheduledRunner runner,
      List<String> devices,
      Goal goal,
      int frames,
      Consumer<String> lost,
      Job job) {
    Graph graph = runner.chain().graph();
    Tensor noise = Noise.of(graph, graph.shape(graph.inputs().get(0)).batch());
    runner.open(devices, noise, job);
    runner.keepNetworks();
    PlanComparison comparison = new PlanComparison(runner, goal, frames, noise, job);
    Optional<Map<PlanKind, List<StreamResult>>> results;
    do {
      results = comparison.rounds();
    } while (results.isEmpty());
    runner.lost().forEach(device -> lost.accept("set aside: " + device.getMessage()));
    runner.recoveries().forEach(lost);
    return PlanComparisonReport.of(model, runner, goal, frames, results.get());
  }

  /** Each plan's runs; none if a device was lost meanwhile. */
  private Optional<Map<PlanKind, List<StreamResult>>> rounds() {
    List<Schedule> plans = runner.scheduler().candidates(goal, frames);
    int lost = runner.lost().size();
    Map<PlanKind, List<StreamResult>> results = new EnumMap<>(PlanKind.class);
    plans.forEach(plan -> results.put(plan.kind(), new ArrayList<>()));
    // The first round is not counted: Java still compiles, which takes cores from the devices.
    long start = System.nanoTime();
    for (int round = 0; round <= mostRounds(System.nanoTime() - start); round++) {
      job.progress("Comparing plans", Math.min(round, USUAL_ROUNDS), USUAL_ROUNDS + 1);
      if (round > 0) {
        runner.measureAgain(noise, job);
      }
      for (Schedule plan : plans) {
        if (runner.lost().size() > lost) {
          return Optional.empty();
        }
        Schedule now = runner.scheduler().predict(plan);
        StreamResult result = runner.run(now, frame -> noise, job);
        if (round > 0) {
          results.get(plan.kind()).add(result);
        }
      }
    }
    return runner.lost().size() > lost ? Optional.empty() : Optional.of(results);
  }

  private static int mostRounds(long elapsedNanos) {
    if (elapsedNanos < SHORT_NANOS) {
      return MOST_ROUNDS;
    }
    return elapsedNanos < LONG_NANOS ? USUAL_ROUNDS : LEAST_ROUNDS;
  }
}
