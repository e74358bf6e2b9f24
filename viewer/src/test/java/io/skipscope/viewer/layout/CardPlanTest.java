package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Graph;
import io.skipscope.tap.TapSet;
import io.skipscope.viewer.Nets;
import io.skipscope.viewer.layout.Step.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardPlanTest {
  private static CardPlan plan(Graph net, String block) {
    return CardPlan.of(
        net, net.blocks().stream().filter(b -> b.name().equals(block)).findFirst().orElseThrow());
  }

  private static List<Integer> channelsOfBranchColumns(CardPlan plan) {
    return plan.steps().stream()
        .filter(s -> s.role() == Role.BRANCH || s.role() == Role.RESIDUAL)
        .filter(s -> s.row() == 0)
        .map(Step::channels)
        .toList();
  }

  @Test
  void basicBlockHasOneColumnPerConvolution() {
    CardPlan plan = plan(Nets.resNet20(), "layer1.0");
    assertEquals(2, plan.branchColumns());
    assertEquals(3, plan.branchRows());
    assertEquals("layer1.0.residual", plan.step(Role.RESIDUAL).orElseThrow().tap());
    assertTrue(plan.step(Role.OUTPUT).isPresent(), "a relu follows the sum");
    assertEquals(Optional.empty(), plan.noShortcut());
  }

  @Test
  void invertedResidualGoesThinWideWideThinAndEndsLinearly() {
    CardPlan plan = plan(Nets.mobileNetV2(), "features.3");
    assertEquals(24, plan.step(Role.INPUT).orElseThrow().channels());
    assertEquals(List.of(144, 144, 24), channelsOfBranchColumns(plan));
    assertTrue(plan.hasLinearEnd());
    assertEquals(Optional.empty(), plan.step(Role.OUTPUT), "the sum is the output");
    assertEquals(144, plan.widestChannels());
  }

  @Test
  void blockWithoutShortcutSaysWhy() {
    CardPlan plan = plan(Nets.mobileNetV2(), "features.2");
    assertEquals(Optional.of(NoShortcut.STRIDE_AND_WIDTH), plan.noShortcut());
    assertEquals(Optional.empty(), plan.step(Role.SHORTCUT));
    assertEquals(Optional.empty(), plan.step(Role.SUM));
    assertTrue(plan.step(Role.OUTPUT).isPresent());
    assertEquals(
        Optional.of(NoShortcut.WIDTH), plan(Nets.mobileNetV2(), "features.1").noShortcut());
  }

  @Test
  void everyTapOfEveryBlockIsKnownToTheEngine() {
    for (Graph net : List.of(Nets.resNet20(), Nets.mobileNetV2())) {
      assertFalse(net.blocks().isEmpty());
      for (var block : net.blocks()) {
        CardPlan plan = CardPlan.of(net, block);
        assertEquals(plan.taps().size(), TapSet.named(net, plan.taps()).points().size());
      }
    }
  }
}
