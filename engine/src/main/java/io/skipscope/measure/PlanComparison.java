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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows every plan that some devices allow, in turn, so that what disturbs the machine for a
 * while disturbs all of them. Each round begins with a look at how fast the devices are by then,
 * because clocks wander more than predictions miss.
 */
public final class PlanComparison {
  private static final int USUAL_ROUNDS = 5;

  /** The median of so many short streams no longer moves by much. */
  private static final int MOST_ROUNDS = 15;

  /**
   * For how long plans are compared.
   *
   * @param warmUpNanos after this time rounds count, whatever Java still compiles
   * @param shortNanos before this time there are more rounds than usual: a stream of milliseconds
   *     alone tells little
   * @param longNanos after this time there are no more rounds than the least
   * @param leastRounds however long they take
   */
  public record Limits(long warmUpNanos, long shortNanos, long longNanos, int leastRounds) {
    public static final Limits USUAL =
        new Limits(6_000_000_000L, 5_000_000_000L, 10_000_000_000L, 3);

    /** No round begins after that time, but one is run at least. */
    public static Limits ofSeconds(int seconds) {
      long nanos = TimeUnit.SECONDS.toNanos(seconds);
      return new Limits(Math.min(USUAL.warmUpNanos, nanos), nanos, nanos, 1);
    }

    int mostRounds(long elapsedNanos) {
      if (elapsedNanos < shortNanos) {
        return MOST_ROUNDS;
      }
      return elapsedNanos < longNanos ? USUAL_ROUNDS : leastRounds;
    }
  }

  private final ScheduledRunner runner;
  private final Goal goal;
  private final int frames;
  private final Limits limits;
  private final Tensor noise;
  private final Job job;

  private PlanComparison(
      ScheduledRunner runner, Goal goal, int frames, Limits limits, Tensor noise, Job job) {
    this.runner = runner;
    this.goal = goal;
    this.frames = frames;
    this.limits = limits;
    this.noise = noise;
    this.job = job;
  }

  /**
   * Where a device fails, the comparison begins anew with the plans that the others allow.
   *
   * @param runner new, of a graph with a first input of rank 4
   * @param devices ids, each once
   * @param frames how many pass through each plan in a round
   * @param lost told one line for each device that fails, or works in another way than planned, and
   *     where the network has no branches to give out
   */
  public static PlanComparisonReport run(
      String model,
      ScheduledRunner runner,
      List<String> devices,
      Goal goal,
      int frames,
      Limits limits,
      Consumer<String> lost,
      Job job) {
    Graph graph = runner.chain().graph();
    Tensor noise = Noise.of(graph, graph.shape(graph.inputs().get(0)).batch());
    runner.open(devices, noise, job);
    runner.keepNetworks();
    PlanComparison comparison = new PlanComparison(runner, goal, frames, limits, noise, job);
    Optional<Map<PlanKind, List<StreamResult>>> results;
    do {
      results = comparison.rounds();
    } while (results.isEmpty());
    runner.lost().forEach(device -> lost.accept("set aside: " + device.getMessage()));
    runner.recoveries().forEach(lost);
    runner.scheduler().whyNoBranches().ifPresent(why -> lost.accept("no plan branch: " + why));
    return PlanComparisonReport.of(model, runner, goal, frames, results.get());
  }

  /** Each plan's runs; none if a device was lost meanwhile. */
  private Optional<Map<PlanKind, List<StreamResult>>> rounds() {
    List<Schedule> plans = runner.scheduler().candidates(goal, frames);
    int lost = runner.lost().size();
    warmUp(plans, lost);
    Map<PlanKind, List<StreamResult>> results = new EnumMap<>(PlanKind.class);
    plans.forEach(plan -> results.put(plan.kind(), new ArrayList<>()));
    long start = System.nanoTime();
    for (int round = 0; isPossible(lost) && round < limits.mostRounds(elapsed(start)); round++) {
      job.progress("Comparing plans", Math.min(round + 1, USUAL_ROUNDS), USUAL_ROUNDS + 1);
      for (StreamResult result : round(plans, lost)) {
        results.get(result.schedule().kind()).add(result);
      }
    }
    return isPossible(lost) ? Optional.of(results) : Optional.empty();
  }

  /** At least one round; more while Java compiles, because that takes cores from the devices. */
  private void warmUp(List<Schedule> plans, int lost) {
    job.progress("Comparing plans", 0, USUAL_ROUNDS + 1);
    JavaCompiler compiler = new JavaCompiler();
    long start = System.nanoTime();
    boolean isDisturbed = true;
    while (isDisturbed && isPossible(lost) && elapsed(start) < limits.warmUpNanos) {
      isDisturbed = compiler.disturbs(() -> round(plans, lost));
    }
  }

  /** A run of each plan, behind a look at the devices; none if a device is lost. */
  private List<StreamResult> round(List<Schedule> plans, int lost) {
    List<StreamResult> results = new ArrayList<>();
    runner.measureAgain(noise, job);
    for (Schedule plan : plans) {
      if (isPossible(lost)) {
        results.add(runner.run(runner.scheduler().predict(plan), frame -> noise, job));
      }
    }
    return isPossible(lost) ? results : List.of();
  }

  /** Whether the devices that the plans are for are still there. */
  private boolean isPossible(int lostBefore) {
    return runner.lost().size() == lostBefore;
  }

  private static long elapsed(long startNanos) {
    return System.nanoTime() - startNanos;
  }
}
