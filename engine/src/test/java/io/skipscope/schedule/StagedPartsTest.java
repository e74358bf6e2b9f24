package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagedPartsTest {
  private static final DeviceCost A = cost("a", Map.of("b", 1.0, "c", 5.0));
  private static final DeviceCost B = cost("b", Map.of("a", 2.0, "c", 3.0));
  private static final List<DeviceCost> COSTS = List.of(A, B, cost("c", Map.of()));

  private static DeviceCost cost(String device, Map<String, Double> handOvers) {
    return Chains.cost(device, 10, 1.0).withHandOvers(handOvers);
  }

  private static Part part(String device, int stage) {
    return new Part(device, stage, stage + 1, 1, 10);
  }

  private static List<Double> millis(Part... parts) {
    return StagedParts.withHandOvers(List.of(), List.of(parts), COSTS).stream()
        .map(Part::millis)
        .toList();
  }

  @Test
  void aStageOnTheSameDeviceBeginsAtOnce() {
    assertEquals(List.of(10.0, 10.0), millis(part("a", 0), part("a", 1)));
  }

  @Test
  void aStageOnAnotherDeviceWaitsForTheHandOver() {
    assertEquals(List.of(10.0, 12.0, 11.0), millis(part("a", 0), part("b", 1), part("a", 2)));
  }

  @Test
  void theSlowestHandOverOfTheStageBeforeCounts() {
    assertEquals(15, millis(part("a", 0), part("b", 0), part("c", 0), part("a", 1)).get(3));
  }

  @Test
  void devicesOfTheFirstStageWaitForTheOneThatBeginsTheFrame() {
    assertEquals(List.of(11.0, 12.0), millis(part("a", 0), part("b", 0)));
  }

  @Test
  void stagesBeforeStayAsTheyAre() {
    List<Part> before = List.of(part("a", 0));
    List<Part> after = StagedParts.withHandOvers(before, List.of(part("b", 1)), COSTS);
    assertEquals(List.of(12.0), after.stream().map(Part::millis).toList());
  }
}
