package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final Chain CHAIN = Chains.ofBorders(List.of(400, 100, 400));
  private static final DeviceCost FAST = Chains.cost("fast", 10, 0.25, 0.25, 0.25, 0.25);
  private static final DeviceCost TWIN = Chains.cost("twin", 10, 0.25, 0.25, 0.25, 0.25);
  private static final DeviceCost SLOW = Chains.cost("slow", 1000, 0.25, 0.25, 0.25, 0.25);

  @Test
  void framesAreSharedInProportionToSpeed() {
    DeviceCost third = Chains.cost("third", 30, 1.0, 0.0, 0.0, 0.0);
    Schedule batch =
        new Scheduler(CHAIN, List.of(FAST, third)).best(PlanKind.BATCH, Goal.THROUGHPUT, 40);
    assertEquals(List.of(30, 10), batch.parts().stream().map(Part::frames).toList());
    assertEquals(30 * 10 / 40.0, batch.predictedMillis(), 1e-9);
  }

  @Test
  void theStartOfAStreamCountsTheMoreTheFewerFramesThereAre() {
    Map<String, Double> shares = FAST.alone().shares();
    DeviceCost quick = Chains.cost("quick", 10, 10, 0, shares);
    DeviceCost starting = Chains.cost("starting", 10, 10, 20, shares);
    Scheduler scheduler = new Scheduler(CHAIN, List.of(quick, starting));
    Schedule few = scheduler.best(PlanKind.BATCH, Goal.THROUGHPUT, 6);
    assertEquals(List.of(4, 2), few.parts().stream().map(Part::frames).toList());
    assertEquals(40 / 6.0, few.predictedMillis(), 1e-9);
    Schedule many = scheduler.best(PlanKind.BATCH, Goal.THROUGHPUT, 600);
    assertEquals((20 + 299 * 10) / 600.0, many.predictedMillis(), 1e-9);
    assertThrows(InputException.class, () -> scheduler.best(PlanKind.BATCH, Goal.THROUGHPUT, 2));
  }

  @Test
  void aPipelineOfEqualsIsCutInTheMiddle() {
    Schedule pipeline =
        new Scheduler(CHAIN, List.of(FAST, TWIN)).best(PlanKind.PIPELINE, Goal.THROUGHPUT, 9);
    assertEquals(List.of(2, 4), pipeline.parts().stream().map(Part::to).toList());
    // Nine frames leave a second stage of 5 ms after the first 5 ms.
    assertEquals((5 + 9 * 5) / 9.0, pipeline.predictedMillis(), 1e-4);
  }

  @Test
  void betweenEqualCutsTheOneWithFewerBytesIsTaken() {
    DeviceCost one = Chains.cost("one", 10, 0.5, 0.0, 0.0, 0.5);
    DeviceCost two = Chains.cost("two", 10, 0.5, 0.0, 0.0, 0.5);
    List<Part> parts = PipelineCuts.find(withFreeCopies(), List.of(one, two), 1);
    assertEquals(2, parts.get(0).to());
  }

  /** Copies are too fast to be seen beside 10 ms. */
  private static Chain withFreeCopies() {
    return Chains.ofBorders(List.of(4, 1, 4));
  }

  @Test
  void aSlowDeviceIsLeftOut() {
    Scheduler scheduler = new Scheduler(CHAIN, List.of(SLOW, FAST));
    Schedule best = scheduler.best(Goal.THROUGHPUT, 32);
    assertEquals(PlanKind.SINGLE, best.kind());
    assertEquals("fast", best.parts().get(0).device());
    InputException refusal =
        assertThrows(
            InputException.class, () -> scheduler.best(PlanKind.BATCH, Goal.THROUGHPUT, 32));
    assertTrue(refusal.getMessage().startsWith("plan batch: found "), refusal.getMessage());
  }

  @Test
  void aSplitThatGainsLessThanATenthIsNotTaken() {
    assertEquals(PlanKind.SINGLE, bestWithShared(18.3).kind());
    assertEquals(PlanKind.BATCH, bestWithShared(18.0).kind());
  }

  @Test
  void handOversBetweenStagesOfRowsCount() {
    Chain chain = Chains.ofNetwork("resnet20", 32);
    Map<String, Double> shares =
        Chains.shares(chain, Collections.nCopies(chain.size(), 1.0 / chain.size()));
    Schedule free = rows(chain, shares, 0);
    Schedule slow = rows(chain, shares, 0.1);
    assertTrue(slow.predictedMillis() >= free.predictedMillis() + 0.1 - 1e-9, slow.toString());
    long stages = free.parts().stream().map(Part::stage).distinct().count();
    assertTrue(slow.predictedMillis() <= free.predictedMillis() + stages * 0.1 + 1e-9);
  }

  private static Schedule rows(Chain chain, Map<String, Double> shares, double handOverMillis) {
    List<DeviceCost> costs =
        List.of(
            Chains.cost("a", 10, 10, 0, shares).withHandOvers(Map.of("b", handOverMillis)),
            Chains.cost("b", 10, 10, 0, shares).withHandOvers(Map.of("a", handOverMillis)));
    Scheduler scheduler = new Scheduler(chain, costs);
    Schedule rows = scheduler.best(PlanKind.SPLIT, Goal.LATENCY, 8);
    assertEquals(rows, scheduler.predict(rows));
    return rows;
  }

  /** Two devices of 10 ms alone which slow each other down. */
  private static Schedule bestWithShared(double togetherMillis) {
    CopyCost slowCopy = new CopyCost(10, 1);
    FrameCost alone = FAST.alone();
    FrameCost together = new FrameCost(togetherMillis, alone.shares());
    List<DeviceCost> costs =
        List.of("a", "b").stream()
            .map(
                id ->
                    new DeviceCost(
                        id, alone, together, 0, 10, 0, slowCopy, slowCopy, slowCopy, Map.of()))
            .toList();
    return new Scheduler(CHAIN, costs).best(Goal.THROUGHPUT, 32);
  }

  @Test
  void forLatencyOneDeviceDoesAll() {
    Schedule best = new Scheduler(CHAIN, List.of(FAST, TWIN)).best(Goal.LATENCY, 32);
    assertEquals(PlanKind.SINGLE, best.kind());
    assertEquals(10, best.predictedMillis());
  }

  @Test
  void oneDeviceAllowsNoSplit() {
    Scheduler scheduler = new Scheduler(CHAIN, List.of(FAST));
    assertEquals(1, scheduler.candidates(Goal.THROUGHPUT, 8).size());
    assertThrows(InputException.class, () -> scheduler.best(PlanKind.PIPELINE, Goal.THROUGHPUT, 8));
  }

  @Test
  void whatAScheduleTakesByTheCostsThatItWasMadeWithIsKnown() {
    DeviceCost team = Chains.cost("fast+twin", 6, 0.25, 0.25, 0.25, 0.25);
    Scheduler withTeam = new Scheduler(CHAIN, List.of(FAST, TWIN), List.of(team));
    for (Goal goal : Goal.values()) {
      for (Schedule candidate : withTeam.candidates(goal, 9)) {
        assertEquals(candidate, withTeam.predict(candidate));
        assertEquals(9, candidate.frames());
      }
    }
  }

  @Test
  void aScheduleKeepsItsPartsWhenCostsChange() {
    List<DeviceCost> costs = List.of(FAST, TWIN);
    List<DeviceCost> later = costs.stream().map(cost -> cost.atSpeed(20, 0, 20, 20)).toList();
    Schedule before = new Scheduler(CHAIN, costs).best(PlanKind.PIPELINE, Goal.THROUGHPUT, 9);
    Schedule after = new Scheduler(CHAIN, later).predict(before);
    assertEquals(List.of(2, 4), after.parts().stream().map(Part::to).toList());
    assertEquals(2 * before.predictedMillis(), after.predictedMillis(), 1e-6);
  }

  @Test
  void aTeamIsTakenForASplitWhereItIsFaster() {
    DeviceCost team = Chains.cost("fast+twin", 6, 0.25, 0.25, 0.25, 0.25);
    Scheduler scheduler = new Scheduler(CHAIN, List.of(FAST, TWIN), List.of(team));
    Schedule best = scheduler.best(Goal.LATENCY, 8);
    assertEquals(PlanKind.SPLIT, best.kind());
    assertEquals(List.of("fast+twin"), best.parts().stream().map(Part::device).toList());
    assertEquals(6, best.predictedMillis());
    assertEquals(PlanKind.PIPELINE, scheduler.best(PlanKind.PIPELINE, Goal.LATENCY, 8).kind());
  }

  @Test
  void stagesTakeThePlaceOfATeamOnlyForMuch() {
    Chain chain = Chains.ofNetwork("resnet20", 32);
    Map<String, Double> shares =
        Chains.shares(chain, Collections.nCopies(chain.size(), 1.0 / chain.size()));
    List<DeviceCost> costs =
        Stream.of("a", "b").map(id -> Chains.cost(id, 10, 10, 0, shares)).toList();
    Schedule stages = new Scheduler(chain, costs).best(PlanKind.SPLIT, Goal.LATENCY, 8);
    double stagesMillis = stages.predictedMillis();
    for (double gain : List.of(1.4, 1.6)) {
      double millis = gain * stagesMillis;
      DeviceCost team = Chains.cost("a+b", millis, millis, 0, shares);
      Schedule split =
          new Scheduler(chain, costs, List.of(team)).best(PlanKind.SPLIT, Goal.LATENCY, 8);
      assertEquals(gain > 1.5, split.equals(stages));
    }
  }
}
