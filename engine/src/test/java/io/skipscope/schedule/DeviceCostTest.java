package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceCostTest {
  private static final Chain CHAIN = Chains.ofBorders(List.of(1_000_000, 2_000_000));
  private static final FrameCost ALONE = new FrameCost(10, Chains.shares(List.of(0.2, 0.5, 0.3)));
  private static final FrameCost TOGETHER =
      new FrameCost(20, Chains.shares(List.of(0.1, 0.6, 0.3)));

  /** A millisecond for each million bytes in, half of one out, a tenth for gathering. */
  private static DeviceCost cost(double fixedShare) {
    return new DeviceCost(
        "a",
        ALONE,
        TOGETHER,
        3,
        9,
        fixedShare,
        new CopyCost(0, 1),
        new CopyCost(0, 2),
        new CopyCost(0, 10),
        Map.of("b", 0.2));
  }

  @Test
  void aRangeTakesItsSegmentsAndTheCopiesAtItsEnds() {
    assertEquals(5 + 1 + 1, cost(0).rangeMillis(CHAIN, ALONE, 1, 2), 1e-6);
    assertEquals(12 + 1 + 1, cost(0).rangeMillis(CHAIN, TOGETHER, 1, 2), 1e-6);
    assertEquals(20, cost(0).rangeMillis(CHAIN, TOGETHER, 0, 3), 1e-6);
  }

  @Test
  void rowsTakeTheirShareOfWhatDependsOnRowsAndAllOfTheRest() {
    double copies = 0.5 * (1 + 0.1) + 0.25 * 1;
    assertEquals(6 + copies, cost(0).rowsMillis(CHAIN, 1, 2, 0.5, 0.25), 1e-6);
    assertEquals(0.6 * 12 + copies, cost(0.2).rowsMillis(CHAIN, 1, 2, 0.5, 0.25), 1e-6);
    assertEquals(12 + copies, cost(1).rowsMillis(CHAIN, 1, 2, 0.5, 0.25), 1e-6);
  }

  @Test
  void atHalfTheSpeedEverythingTakesTwiceAsLongButAFrameAlone() {
    DeviceCost now = cost(0.2).atSpeed(15, 7, 14, 40);
    assertEquals(15, now.alone().millis());
    assertEquals(ALONE.shares(), now.alone().shares());
    double before = cost(0.2).rowsMillis(CHAIN, 1, 2, 0.5, 0.25);
    assertEquals(2 * before, now.rowsMillis(CHAIN, 1, 2, 0.5, 0.25), 1e-6);
    assertEquals(Map.of("b", 0.4), now.handOverMillis());
    assertEquals(7 + 4 * 40, now.streamMillis(4));
    assertEquals(14 + 7 / 4.0, now.wholeMillis(Goal.THROUGHPUT, 4));
  }

  @Test
  void framesOfAStreamShareItsStart() {
    assertEquals(10, cost(0).wholeMillis(Goal.LATENCY, 6));
    assertEquals(9 + 3 / 6.0, cost(0).wholeMillis(Goal.THROUGHPUT, 6), 1e-9);
    assertEquals(3 + 6 * 20, cost(0).streamMillis(6), 1e-9);
  }

  @Test
  void twoCopiesGiveTheLineThroughBoth() {
    CopyCost copy = CopyCost.between(3, 1_000_000, 5, 2_000_000);
    assertEquals(3, copy.millis(1_000_000), 1e-9);
    assertEquals(5, copy.millis(2_000_000), 1e-9);
    assertEquals(1, copy.latencyMillis(), 1e-9);
  }

  @Test
  void copiesThatDisturbedMeasurementsPutInTheWrongOrderStayPossible() {
    CopyCost largerWasFaster = CopyCost.between(3, 1_000_000, 2, 2_000_000);
    assertEquals(3, largerWasFaster.millis(2_000_000), 1e-5);
    CopyCost smallerWasFree = CopyCost.between(0.1, 1_000_000, 5, 2_000_000);
    assertEquals(0, smallerWasFree.latencyMillis());
    assertEquals(5, smallerWasFree.millis(2_000_000), 1e-9);
  }

  @Test
  void costsOfAnotherChainOrWithoutATimeAreNotPossible() {
    assertTrue(cost(0.5).isPossible(Set.of("s0", "s1", "s2")));
    assertFalse(cost(0.5).isPossible(Set.of("s0", "s1", "other")));
    assertFalse(cost(1.5).isPossible(Set.of("s0", "s1", "s2")));
    assertFalse(cost(0.5).withHandOvers(null).isPossible(Set.of("s0", "s1", "s2")));
    assertFalse(cost(0.5).withHandOvers(Map.of("b", -1.0)).isPossible(Set.of("s0", "s1", "s2")));
  }
}
