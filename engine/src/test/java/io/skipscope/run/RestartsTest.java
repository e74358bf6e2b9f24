package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.pass.Passes;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Planner;
import io.skipscope.tap.TapSet;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where runs may begin is read off a plan, before any of it runs. */
class RestartsTest {
  private static Plan plan(Graph graph, String tapped) {
    PlanKey key =
        new PlanKey(
            new PlanKey.GraphIdentity(graph),
            Map.of("input", graph.shape("input")),
            TapSet.named(graph, List.of(tapped)),
            List.of("test"),
            PlanOptions.DEFAULT.withRestarts());
    return Planner.plan(key, TestDevices.processor(1 << 20), true);
  }

  private static Graph withFactors(String net) {
    Graph graph = Passes.prepare(Zoo.build(net, 1));
    for (ResidualBlock block : graph.blocks()) {
      graph = new ScaleBranch(block.name(), Branch.SHORTCUT, 1).apply(graph);
    }
    return Passes.prepare(graph);
  }

  private static int launchWith(Plan plan, String factor) {
    List<KernelLaunch> launches = plan.devices().get(0).kernelLaunches().toList();
    for (int i = 0; i < launches.size(); i++) {
      if (launches.get(i).args().contains(new Arg.Factor(factor))) {
        return i;
      }
    }
    throw new AssertionError(factor + " is read by no launch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet50", "resnet20:B"})
  void aRunBeginsAtTheSumOfTheTappedBlockWhoseFactorHasChanged(String net) {
    Graph graph = withFactors(net);
    for (ResidualBlock block : graph.blocks()) {
      Plan plan = plan(graph, block.name());
      String factor = block.name() + ".shortcut.scale";
      int begin = new Restarts(plan).before(factor::equals);
      assertEquals(launchWith(plan, factor), begin, block.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet50"})
  void changesBeforeTheTappedBlockAndNoneAtAllBeginAtTheFirstLaunch(String net) {
    Restarts restarts = new Restarts(plan(withFactors(net), "layer3.1"));
    assertEquals(0, restarts.before("layer1.0.shortcut.scale"::equals));
    assertEquals(0, restarts.before(name -> true));
    assertEquals(0, restarts.before(name -> false));
    assertTrue(restarts.before("layer4.1.shortcut.scale"::equals) > 0, "a later block");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet50"})
  void valuesThatWereComputedBeforeAreLeft(String net) {
    Graph graph = withFactors(net);
    ResidualBlock block = graph.blocks().get(1);
    Plan plan = plan(graph, block.name());
    Restarts restarts = new Restarts(plan);
    int begin = launchWith(plan, block.name() + ".shortcut.scale");
    assertTrue(restarts.leaves(block.input(), begin));
    assertTrue(restarts.leaves(block.residual(), begin));
    assertFalse(restarts.leaves(block.sum(), begin));
    assertFalse(restarts.leaves(block.output(), begin));
  }
}
