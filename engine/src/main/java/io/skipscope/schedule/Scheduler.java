package io.skipscope.schedule;

import io.skipscope.error.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Predicts every plan from measured costs, and picks one. Immutable; any thread. */
public final class Scheduler {
  /** A split has to promise this much, because measurements wander. */
  static final double LEAST_GAIN = 1.10;

  /**
   * Stages that are put together from measured pieces, in place of what was measured as it will
   * work: of small networks they have taken half as long again.
   */
  static final double LEAST_GAIN_OF_STAGES = 1.5;

  private static final Comparator<Schedule> FASTER =
      Comparator.comparingDouble(Schedule::predictedMillis);

  private final Chain chain;
  private final List<DeviceCost> costs;
  private final List<DeviceCost> teams;

  /**
   * @param costs of the same chain, one a device; at least one
   */
  public Scheduler(Chain chain, List<DeviceCost> costs) {
    this(chain, costs, List.of());
  }

  /**
   * Likewise.
   *
   * @param teams costs of several of the devices that share the rows of each layer, without copies
   */
  public Scheduler(Chain chain, List<DeviceCost> costs, List<DeviceCost> teams) {
    this.chain = chain;
    this.costs = List.copyOf(costs);
    this.teams = List.copyOf(teams);
  }

  /** The best plan of each kind that these devices can follow, {@link PlanKind#SINGLE} first. */
  public List<Schedule> candidates(Goal goal, int frames) {
    List<Schedule> found = new ArrayList<>();
    found.add(single(goal, frames));
    List<Part> shares = FrameShares.find(chain, costs, frames);
    if (shares.size() > 1) {
      found.add(schedule(PlanKind.BATCH, goal, shares));
    }
    List<Part> stages = PipelineCuts.find(chain, costs, frames);
    if (!stages.isEmpty()) {
      found.add(schedule(PlanKind.PIPELINE, goal, stages));
    }
    List<Part> branches = BranchCuts.find(chain, costs, frames);
    if (!branches.isEmpty()) {
      found.add(schedule(PlanKind.BRANCH, goal, branches));
    }
    split(goal, frames).ifPresent(found::add);
    return found;
  }

  /**
   * Rows of each layer by a team, or rows by stages with copies between. A team was measured as it
   * will work, stages are put together from measured pieces: they have to promise more.
   */
  private Optional<Schedule> split(Goal goal, int frames) {
    Optional<Schedule> byTeam =
        teams.stream().map(team -> whole(PlanKind.SPLIT, team, goal, frames)).min(FASTER);
    double most =
        byTeam.map(team -> team.predictedMillis() / LEAST_GAIN_OF_STAGES).orElse(Double.MAX_VALUE);
    List<Part> slabs = SplitCuts.find(chain, costs, frames);
    return slabs.isEmpty() || StagedParts.millis(slabs) > most
        ? byTeam
        : Optional.of(schedule(PlanKind.SPLIT, goal, slabs));
  }

  /**
   * The fastest candidate, if it promises a tenth more than the best device alone; else that.
   * Branches have to promise half as much again as all others.
   */
  public Schedule best(Goal goal, int frames) {
    List<Schedule> found = candidates(goal, frames);
    Schedule single = found.get(0);
    Schedule fastest =
        found.stream().filter(plan -> plan.kind() != PlanKind.BRANCH).min(FASTER).orElse(single);
    Schedule usual =
        fastest.predictedMillis() * LEAST_GAIN <= single.predictedMillis() ? fastest : single;
    return found.stream()
        .filter(plan -> plan.kind() == PlanKind.BRANCH)
        .filter(plan -> plan.predictedMillis() * LEAST_GAIN_OF_STAGES <= usual.predictedMillis())
        .findFirst()
        .orElse(usual);
  }

  /**
   * The best plan of one kind, whatever it promises.
   *
   * @throws InputException if these devices, this network or so few frames allow none
   */
  public Schedule best(PlanKind kind, Goal goal, int frames) {
    return candidates(goal, frames).stream()
        .filter(candidate -> candidate.kind() == kind)
        .findFirst()
        .orElseThrow(() -> refusal(kind, frames));
  }

  /** Why several devices find no {@link PlanKind#BRANCH}; empty where they do, and for one. */
  public Optional<String> whyNoBranches() {
    return costs.size() > 1 && BranchCuts.find(chain, costs, 1).isEmpty()
        ? Optional.of(BranchCuts.reason(chain))
        : Optional.empty();
  }

  private InputException refusal(PlanKind kind, int frames) {
    if (kind == PlanKind.BRANCH && costs.size() > 1) {
      return new InputException(
          "plan branch",
          BranchCuts.reason(chain),
          "branches that meet again, such as a projection shortcut beside F; or --plan auto");
    }
    return new InputException(
        "plan " + kind.text(),
        costs.size()
            + " device(s), "
            + chain.size()
            + " segment(s), "
            + frames
            + " frame(s), of which one device would do all",
        "two devices of similar speed or more, two frames or more; or --plan auto");
  }

  /**
   * What a schedule takes by these costs; it may have been made with others.
   *
   * @param schedule for the same chain and some of the same devices
   */
  public Schedule predict(Schedule schedule) {
    List<Part> parts =
        schedule.parts().stream().map(part -> part.withMillis(millis(schedule, part))).toList();
    return schedule(schedule.kind(), schedule.goal(), parts);
  }

  private double millis(Schedule schedule, Part part) {
    DeviceCost cost = cost(part);
    return switch (schedule.kind()) {
      case SINGLE -> cost.wholeMillis(schedule.goal(), part.frames());
      case BATCH -> cost.together().millis();
      case PIPELINE -> cost.rangeMillis(chain, cost.together(), part.from(), part.to());
      case BRANCH -> {
        boolean isBesideOthers = StagedParts.isBesideOthers(schedule.parts(), part);
        yield BranchCuts.millis(chain.graph(), cost, part.group(), isBesideOthers)
            + StagedParts.handOverMillis(schedule.parts(), part, cost);
      }
      case SPLIT ->
          teams.contains(cost)
              ? cost.wholeMillis(schedule.goal(), part.frames())
              : SplitCuts.millis(chain, cost, part)
                  + StagedParts.handOverMillis(schedule.parts(), part, cost);
    };
  }

  private Schedule schedule(PlanKind kind, Goal goal, List<Part> parts) {
    double millis =
        switch (kind) {
          case SINGLE -> parts.get(0).millis();
          case BATCH -> batchMillis(goal, parts);
          case PIPELINE -> pipelineMillis(goal, parts);
          case BRANCH, SPLIT -> StagedParts.millis(parts);
        };
    return new Schedule(kind, goal, parts, millis);
  }

  private Schedule single(Goal goal, int frames) {
    DeviceCost fastest =
        costs.stream()
            .min(Comparator.comparingDouble(cost -> cost.wholeMillis(goal, frames)))
            .orElseThrow();
    return whole(PlanKind.SINGLE, fastest, goal, frames);
  }

  private Schedule whole(PlanKind kind, DeviceCost cost, Goal goal, int frames) {
    double millis = cost.wholeMillis(goal, frames);
    Part whole = new Part(cost.device(), 0, chain.size(), frames, millis);
    return schedule(kind, goal, List.of(whole));
  }

  /** For latency one frame runs at a time, wherever its turn is. */
  private double batchMillis(Goal goal, List<Part> parts) {
    int frames = parts.stream().mapToInt(Part::frames).sum();
    if (goal == Goal.LATENCY) {
      return parts.stream().mapToDouble(p -> p.frames() * alone(p)).sum() / frames;
    }
    return parts.stream()
            .mapToDouble(part -> cost(part).streamMillis(part.frames()))
            .max()
            .orElseThrow()
        / frames;
  }

  /** The first frame passes every stage; each further one comes a slowest stage's time later. */
  private double pipelineMillis(Goal goal, List<Part> parts) {
    int frames = parts.get(0).frames();
    if (goal == Goal.LATENCY) {
      return parts.stream().mapToDouble(this::alone).sum();
    }
    double filling = parts.stream().mapToDouble(Part::millis).sum();
    double slowest = parts.stream().mapToDouble(Part::millis).max().orElseThrow();
    double start = parts.stream().mapToDouble(p -> cost(p).startMillis()).max().orElseThrow();
    return (start + filling + (frames - 1) * slowest) / frames;
  }

  private double alone(Part part) {
    DeviceCost cost = cost(part);
    return cost.rangeMillis(chain, cost.alone(), part.from(), part.to());
  }

  private DeviceCost cost(Part part) {
    return Stream.concat(costs.stream(), teams.stream())
        .filter(cost -> cost.device().equals(part.device()))
        .findFirst()
        .orElseThrow();
  }
}
