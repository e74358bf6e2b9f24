package io.skipscope.viewer.state;

import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Step.Role;
import java.util.List;
import java.util.Optional;

/**
 * Finds the value of a kept run that belongs to a value of another run: the one of the same name,
 * else, of the block in the same place, the one of the same role, within F of the same step.
 */
final class ValueMatch {
  private final BlockRun now;
  private final BlockRun kept;

  ValueMatch(BlockRun now, BlockRun kept) {
    this.now = now;
    this.kept = kept;
  }

  /**
   * @param tap a value of the run that is compared
   * @return empty where the kept run has no such value; the shapes may differ
   */
  Optional<TapFrame> counterpart(String tap) {
    return kept.frame(tap).or(() -> samePlace() ? inPlace(tap) : Optional.empty());
  }

  private boolean samePlace() {
    return now.hasBlock() && kept.hasBlock() && now.block() == kept.block();
  }

  private Optional<TapFrame> inPlace(String tap) {
    return now.plan().steps().stream()
        .filter(step -> step.tap().equals(tap))
        .findFirst()
        .flatMap(this::inPlace)
        .flatMap(step -> kept.frame(step.tap()));
  }

  private Optional<Step> inPlace(Step step) {
    if (step.role() != Role.BRANCH) {
      return kept.plan().step(step.role());
    }
    int place = branch(now.plan()).indexOf(step);
    return branch(kept.plan()).stream().skip(place).findFirst();
  }

  private static List<Step> branch(CardPlan plan) {
    return plan.steps().stream().filter(step -> step.role() == Role.BRANCH).toList();
  }
}
