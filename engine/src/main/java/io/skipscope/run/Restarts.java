package io.skipscope.run;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.plan.DevicePlan;
import io.skipscope.plan.Plan;
import io.skipscope.plan.Slot;
import io.skipscope.tap.StatsTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where a run may begin that differs from the one before in factors alone: at launches that need
 * nothing from earlier ones but branches of blocks which are still in memory when a run has ended.
 * Factors are those of branches in their sum, so that this is a tapped sum as a rule.
 */
final class Restarts {
  /** The launches that have a buffer among theirs; -1 is before the first. */
  private record Span(int first, int last) {
    boolean crosses(int launch) {
      return first < launch && launch <= last;
    }

    Span with(int launch) {
      return new Span(Math.min(first, launch), Math.max(last, launch));
    }
  }

  private final List<KernelLaunch> launches;
  private final Map<String, Span> spans = new HashMap<>();
  private final boolean[] possible;

  Restarts(Plan plan) {
    DevicePlan part = plan.devices().get(0);
    launches = part.kernelLaunches().toList();
    // What a launch in plain Java reads is not known.
    boolean known = launches.size() == part.steps().size();
    plan.graph().inputs().forEach(input -> spans.put(input, new Span(-1, -1)));
    for (int i = 0; known && i < launches.size(); i++) {
      Span here = new Span(i, i);
      for (Arg arg : launches.get(i).args()) {
        if (arg instanceof Arg.Buffer buffer) {
          spans.merge(buffer.value(), here, (span, one) -> span.with(one.first()));
        }
      }
    }
    possible = new boolean[known ? launches.size() : 0];
    Set<String> needed = needed(plan, part);
    for (int i = 1; i < possible.length; i++) {
      int launch = i;
      possible[i] = needed.stream().noneMatch(buffer -> spans.get(buffer).crosses(launch));
    }
  }

  /** The computed buffers that must not be needed from before. */
  private Set<String> needed(Plan plan, DevicePlan part) {
    Map<String, Slot> arena = part.memory().slots();
    Set<String> needed = new HashSet<>(arena.keySet());
    needed.retainAll(spans.keySet());
    needed.remove(StatsTable.BUFFER);
    needed.removeAll(part.keptZero());
    Set<String> branches =
        plan.graph().blocks().stream().flatMap(ResidualBlock::branches).collect(Collectors.toSet());
    needed.removeIf(buffer -> branches.contains(buffer) && isKept(buffer, arena));
    return needed;
  }

  /** Whether no later launch writes where a buffer lies. */
  private boolean isKept(String buffer, Map<String, Slot> arena) {
    Slot slot = arena.get(buffer);
    int last = spans.get(buffer).last();
    return arena.entrySet().stream()
        .filter(other -> spans.containsKey(other.getKey()))
        .filter(other -> spans.get(other.getKey()).first() > last)
        .noneMatch(other -> overlap(slot, other.getValue()));
  }

  private static boolean overlap(Slot a, Slot b) {
    return a.arena() == b.arena()
        && a.offsetBytes() < b.offsetBytes() + b.sizeBytes()
        && b.offsetBytes() < a.offsetBytes() + a.sizeBytes();
  }

  /**
   * The last launch at which a run may begin so that it does all that has changed.
   *
   * @param changed whether a factor, by its name, has another number than in the run before
   * @return 0, the first one, where nothing has changed as well
   */
  int before(Predicate<String> changed) {
    int begin = 0;
    for (int i = 0; i < possible.length; i++) {
      begin = possible[i] ? i : begin;
      if (hasFactor(launches.get(i), changed)) {
        return begin;
      }
    }
    return 0;
  }

  private static boolean hasFactor(KernelLaunch launch, Predicate<String> changed) {
    return launch.args().stream()
        .anyMatch(
            arg ->
                arg instanceof Arg.Factor factor
                    && factor.name() != null
                    && changed.test(factor.name()));
  }

  /**
   * Whether a value has the same numbers after a run that begins at a launch: those of before,
   * which a later launch may have copied once more.
   */
  boolean leaves(String value, int begin) {
    Span span = spans.get(value);
    return span != null && span.first() < begin;
  }
}
