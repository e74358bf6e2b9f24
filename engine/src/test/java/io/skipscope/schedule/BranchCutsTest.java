package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.testing.Towers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BranchCutsTest {
  private static final CopyCost FREE = new CopyCost(0, 1e9);

  /** Stem and head take 10 % each, the towers share the rest. */
  private static Map<String, Double> shares(int towers) {
    Map<String, Double> shares = new HashMap<>(Map.of("stem", 0.1, "fc", 0.1));
    for (int tower = 0; tower < towers; tower++) {
      shares.put("tower" + tower + ".0", 0.8 / towers);
    }
    return shares;
  }

  /** A device on which fewer rows take no less time. */
  private static DeviceCost cost(
      String device, double millis, Map<String, Double> shares, CopyCost copy) {
    FrameCost frame = new FrameCost(millis, shares);
    return new DeviceCost(device, frame, frame, 0, millis, 1, copy, copy, copy, Map.of());
  }

  private static Chain towers(int count) {
    return Chain.of(Towers.of("Concat", count, 1, 8, 8));
  }

  private static Schedule branches(Chain chain, DeviceCost... costs) {
    return new Scheduler(chain, List.of(costs)).best(PlanKind.BRANCH, Goal.LATENCY, 4);
  }

  @Test
  void equalTowersOnEqualDevicesTakeHalfTheirTime() {
    Chain chain = towers(2);
    DeviceCost one = cost("one", 10, shares(2), FREE);
    DeviceCost two = cost("two", 10, shares(2), FREE);
    Schedule schedule = branches(chain, one, two);
    assertEquals(1 + 4 + 1, schedule.predictedMillis(), 1e-3);
    assertEquals(List.of("one", "one", "two", "one"), devices(schedule));
    assertEquals(List.of(0, 1, 1, 2), schedule.parts().stream().map(Part::stage).toList());
    Scheduler scheduler = new Scheduler(chain, List.of(one, two));
    assertEquals(schedule, scheduler.best(Goal.LATENCY, 4));
    assertEquals(schedule, scheduler.predict(schedule));
  }

  @Test
  void copiesBeforeAndBehindEachBranchCount() {
    CopyCost slow = new CopyCost(0.5, 1e9);
    DeviceCost one = cost("one", 10, shares(2), slow);
    DeviceCost two = cost("two", 10, shares(2), slow);
    // Out of the stem, in and out of a tower, into the join, which had no launch before.
    assertEquals(6 + 5 * 0.5, branches(towers(2), one, two).predictedMillis(), 1e-3);
  }

  @Test
  void aDeviceWaitsForAnotherToHandOverBeforeABranchAndBehindIt() {
    Chain chain = towers(2);
    DeviceCost one = cost("one", 10, shares(2), FREE).withHandOvers(Map.of("two", 0.2));
    DeviceCost two = cost("two", 10, shares(2), FREE).withHandOvers(Map.of("one", 0.3));
    Schedule schedule = branches(chain, one, two);
    // The second device's branch begins late, and what joins behind it on the first one.
    double join = devices(schedule).get(0).equals("one") ? 0.2 : 0.3;
    assertEquals(6 + 0.5, schedule.predictedMillis(), 1e-3);
    assertEquals(1 + join, schedule.parts().get(3).millis(), 1e-3);
    assertEquals(schedule, new Scheduler(chain, List.of(one, two)).predict(schedule));
  }

  @Test
  void aJoinWithALaunchOfItsOwnCountsAsMeasured() {
    Map<String, Double> shares = new HashMap<>(shares(2));
    shares.put("fc", 0.05);
    shares.put("join", 0.05);
    CopyCost slow = new CopyCost(0.5, 1e9);
    Schedule schedule =
        branches(towers(2), cost("one", 10, shares, slow), cost("two", 10, shares, slow));
    assertEquals(6 + 4 * 0.5, schedule.predictedMillis(), 1e-3);
  }

  @Test
  void eachValueThatABranchWritesIsWaitedForByItself() {
    Graph graph = Towers.of("Concat", 2, 1, 8, 8);
    CopyCost slow = new CopyCost(0.5, 1e9);
    DeviceCost device = cost("one", 10, shares(2), slow);
    FrameCost none = new FrameCost(0, Map.of());
    List<String> both = List.of("tower0.0", "tower0.0.relu", "tower1.0", "tower1.0.relu");
    NodeGroup towers = NodeGroup.of(graph, 0, "", both);
    assertEquals(0.5 + 2 * 0.5, device.groupMillis(graph, none, towers), 1e-3);
  }

  @Test
  void aDeviceOfHalfTheSpeedGetsOneTowerOfThree() {
    DeviceCost fast = cost("fast", 30, shares(3), FREE);
    DeviceCost slow = cost("slow", 60, shares(3), FREE);
    Schedule schedule = branches(towers(3), slow, fast);
    assertEquals(3 + 16 + 3, schedule.predictedMillis(), 1e-3);
    assertEquals("fast", devices(schedule).get(0));
    long ofSlow =
        schedule.parts().stream()
            .filter(part -> part.device().equals("slow"))
            .flatMap(part -> part.group().nodes().stream())
            .filter(node -> !node.endsWith(".relu"))
            .count();
    assertEquals(1, ofSlow);
  }

  @Test
  void everyNodeRunsOnceAndWhatItReadsWasComputedBefore() {
    Chain chain = Chains.ofNetwork("resnet20:B", 32);
    Graph graph = chain.graph();
    Map<String, Double> equal = new HashMap<>();
    graph.nodes().forEach(node -> equal.put(node.name(), 1.0 / graph.nodes().size()));
    Schedule schedule = branches(chain, cost("a", 10, equal, FREE), cost("b", 10, equal, FREE));
    Set<String> known = new HashSet<>(graph.inputs());
    int nodes = 0;
    for (Part part : schedule.parts()) {
      assertTrue(known.containsAll(part.group().reads()), part.group().name());
      known.addAll(part.group().writes());
      nodes += part.group().nodes().size();
    }
    assertEquals(graph.nodes().size(), nodes);
    assertTrue(known.containsAll(graph.outputs()));
  }

  @Test
  void partsAreNamedByBlock() {
    Chain chain = Chains.ofNetwork("resnet20:B", 32);
    Map<String, Double> shares = new HashMap<>();
    for (String name : List.of("layer2.0", "layer3.0")) {
      shares.put(name + ".conv1", 0.4);
      shares.put(name + ".shortcut.0", 0.1);
    }
    Schedule schedule = branches(chain, cost("a", 10, shares, FREE), cost("b", 10, shares, FREE));
    List<String> names = schedule.parts().stream().map(part -> part.describe(chain)).toList();
    assertEquals("stem - layer1.2", names.get(0));
    assertTrue(names.containsAll(List.of("layer2.0, residual", "layer2.0, shortcut")), "" + names);
    assertTrue(names.get(3).startsWith("layer2.0 - layer2.2, from layer2.0."), names.get(3));
  }

  @Test
  void ofSeveralForksThoseThatLoseStayWithOneDevice() {
    Chain chain = Chains.ofNetwork("resnet20:B", 32);
    Map<String, Double> shares =
        Map.of(
            "layer2.0.conv1", 0.05,
            "layer2.0.shortcut.0", 0.05,
            "layer3.0.conv1", 0.45,
            "layer3.0.shortcut.0", 0.45);
    CopyCost copy = new CopyCost(0.5, 1e9);
    Schedule schedule = branches(chain, cost("a", 10, shares, copy), cost("b", 10, shares, copy));
    List<String> others =
        schedule.parts().stream()
            .filter(part -> part.device().equals("b"))
            .map(part -> part.describe(chain).split(",")[0])
            .toList();
    assertEquals(List.of("layer3.0"), others);
  }

  @Test
  void aGainOfLessThanHalfIsNotTaken() {
    assertEquals(PlanKind.SINGLE, bestWithTowersOf(0.32, 6.8).kind());
    assertEquals(PlanKind.BRANCH, bestWithTowersOf(0.34, 6.6).kind());
  }

  /**
   * @param tower share of each of two
   * @param millis that branches promise instead of 10
   */
  private static Schedule bestWithTowersOf(double tower, double millis) {
    Map<String, Double> shares =
        Map.of("stem", 1 - 2 * tower, "tower0.0", tower, "tower1.0", tower);
    List<DeviceCost> costs = Stream.of("one", "two").map(id -> cost(id, 10, shares, FREE)).toList();
    Scheduler scheduler = new Scheduler(towers(2), costs);
    double promised = scheduler.best(PlanKind.BRANCH, Goal.LATENCY, 4).predictedMillis();
    assertEquals(millis, promised, 1e-3);
    return scheduler.best(Goal.LATENCY, 4);
  }

  @Test
  void aNetworkWithoutBranchesOrWithFusedOnesIsRefusedWithTheReason() {
    String plain = refusal(Chains.ofNetwork("plain20", 32), Map.of("conv1", 1.0));
    assertTrue(plain.contains("no place where the network forks"), plain);
    String fused = refusal(Chains.ofNetwork("resnet20:B", 32), Map.of("layer2.0.conv1", 1.0));
    assertTrue(fused.contains("in a single launch"), fused);
  }

  private static String refusal(Chain chain, Map<String, Double> shares) {
    DeviceCost one = cost("one", 10, shares, FREE);
    DeviceCost two = cost("two", 10, shares, FREE);
    return assertThrows(InputException.class, () -> branches(chain, one, two)).getMessage();
  }

  private static List<String> devices(Schedule schedule) {
    return schedule.parts().stream().map(Part::device).toList();
  }
}
