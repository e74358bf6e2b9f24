package io.skipscope.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.Launch;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.tap.StatsTable;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  private static final DeviceInfo DEVICE = JavaDevice.describe(2);
  private static final DeviceInfo PROCESSOR = TestDevices.processor(1 << 20);
  private static final Graph RESNET = Passes.prepare(Zoo.build("resnet20:B", 1));

  @Test
  void anUntappedPlanLaunchesEachNodeOfTheCompiledGraphAndNothingElse() {
    for (boolean kernels : new boolean[] {true, false}) {
      Plan plan = Planner.plan(key(RESNET, TapSet.NONE), DEVICE, kernels);
      List<String> nodes = plan.graph().nodes().stream().map(Node::name).toList();
      assertEquals(nodes, launches(plan).map(Launch::node).toList());
    }
  }

  @Test
  void tapsOfABlockAddOnlyItsStatistics() {
    Plan untapped = Planner.plan(key(RESNET, TapSet.NONE), DEVICE, false);
    TapSet taps = TapSet.named(RESNET, List.of("layer2.0"));
    Plan tapped = Planner.plan(key(RESNET, taps), DEVICE, false);
    List<String> others =
        launches(tapped).map(Launch::node).filter(name -> !name.endsWith("#stats")).toList();
    assertEquals(launches(untapped).map(Launch::node).toList(), others);
    assertEquals(taps.points().size(), launches(tapped).count() - others.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet50", "resnet20", "resnet20:B"})
  void sumsInBlocksLookAtTheValuesOfTheirBlocks(String net) {
    Graph graph = Passes.prepare(Zoo.build(net, 1));
    Plan plan = Planner.plan(key(graph, TapSet.blocks(graph)), PROCESSOR, true);
    List<String> sums = kernels(plan).filter(name -> name.equals("sum_stats_c8.cpu")).toList();
    assertEquals(graph.blocks().size(), sums.size());
    boolean isInputSeen = graph.blocks().get(0).shortcutKind() == ShortcutKind.IDENTITY;
    List<String> alone = kernels(plan).filter(name -> name.startsWith("channel_stats")).toList();
    assertEquals(isInputSeen ? 0 : 1, alone.size(), "only the first block's input is left");
    DevicePlan part = plan.devices().get(0);
    for (ResidualBlock block : graph.blocks()) {
      assertFalse(part.memory().slots().containsKey(block.sum()), block.sum() + " is not stored");
    }
    assertTrue(part.taps().slots().containsKey(StatsTable.BUFFER));
    assertEquals(TapSet.blocks(graph).values().size() + 1, part.taps().slots().size());
  }

  @Test
  void aSumThatIsTappedAloneStaysInItsConvolution() {
    TapSet taps = TapSet.named(RESNET, List.of("layer2.0.sum"));
    Plan plan = Planner.plan(key(RESNET, taps), PROCESSOR, true);
    assertTrue(kernels(plan).noneMatch(name -> name.equals("sum_stats_c8.cpu")));
    assertEquals(1, kernels(plan).filter(name -> name.equals("channel_stats_c8.cpu")).count());
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelFamily.class,
      names = {"REF", "GPU"})
  void otherFamiliesStoreTappedSumsBesideTheOutput(KernelFamily family) {
    PlanOptions options = new PlanOptions(Passes.Options.ALL, family);
    Plan plan = Planner.plan(key(RESNET, TapSet.blocks(RESNET), options), PROCESSOR, true);
    assertTrue(plan.graph().nodes().stream().noneMatch(node -> node.op().equals("Add")));
    assertTrue(kernels(plan).noneMatch(name -> name.equals("sum_stats_c8.cpu")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet20", "resnet20:B", "mobilenet_v2"})
  void aBlocksInputStaysInMemoryUntilTheBlockEnds(String net) {
    Graph graph = Passes.prepare(Zoo.build(net, 1));
    Plan plan = Planner.plan(key(graph, TapSet.NONE), DEVICE, false);
    Map<String, Slot> slots = plan.devices().get(0).memory().slots();
    assertTrue(!graph.blocks().isEmpty());
    for (ResidualBlock block : plan.graph().blocks()) {
      for (String written : writtenInside(plan.graph(), block)) {
        assertTrue(apart(slots.get(block.input()), slots.get(written)), block.name());
      }
    }
  }

  @Test
  void plansOfTheSameGraphShapesTapsAndDevicesAreTheSame() {
    assertEquals(key(RESNET, TapSet.NONE), key(RESNET, TapSet.NONE));
    assertNotEquals(key(RESNET, TapSet.NONE), key(RESNET, TapSet.blocks(RESNET)));
    assertNotEquals(
        key(RESNET, TapSet.NONE), key(Passes.prepare(Zoo.build("resnet20:B", 1)), TapSet.NONE));
  }

  /** Everything written after the block's input and up to its output. */
  private static List<String> writtenInside(Graph graph, ResidualBlock block) {
    List<String> written = new ArrayList<>();
    boolean inside = graph.producer(block.input()) == null;
    for (Node node : graph.nodes()) {
      if (inside) {
        written.addAll(node.writes());
      }
      inside |= node.writes().contains(block.input());
      if (node.writes().contains(block.output())) {
        return written;
      }
    }
    throw new AssertionError(block.output() + " is written by nobody");
  }

  private static boolean apart(Slot a, Slot b) {
    return a.arena() != b.arena()
        || a.offsetBytes() + a.sizeBytes() <= b.offsetBytes()
        || b.offsetBytes() + b.sizeBytes() <= a.offsetBytes();
  }

  private static Stream<Launch> launches(Plan plan) {
    return plan.devices().get(0).steps().stream().map(step -> ((Step.Run) step).launch());
  }

  private static Stream<String> kernels(Plan plan) {
    return launches(plan).map(Launch::kernelName);
  }

  private static PlanKey key(Graph graph, TapSet taps) {
    return key(graph, taps, PlanOptions.DEFAULT);
  }

  private static PlanKey key(Graph graph, TapSet taps, PlanOptions options) {
    Map<String, Shape> shapes = Map.of("input", graph.shape("input"));
    return new PlanKey(new PlanKey.GraphIdentity(graph), shapes, taps, List.of("java"), options);
  }
}
