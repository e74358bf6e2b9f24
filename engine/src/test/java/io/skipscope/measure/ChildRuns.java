package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.testing.ChildProgram.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is expected of the programs that run in processes of their own. */
final class ChildRuns {
  private ChildRuns() {}

  /** Of {@link KernelCases}; prints how many there were. */
  static void assertKernelsRight(Outcome outcome) {
    outcome.lines("counts").forEach(System.out::println);
    assertEquals(Set.of(), outcome.lines("wrong"));
    assertEquals(0, outcome.status(), outcome.output());
    assertFalse(outcome.lines("ran").isEmpty(), outcome.output());
  }

  /** Of {@link SmallNets}. */
  static void assertNetsRight(Outcome outcome, SmallNet... nets) {
    assertEquals(0, outcome.status(), outcome.output());
    Map<String, Double> errors =
        outcome.lines("net").stream()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> Double.parseDouble(words[1])));
    for (SmallNet net : nets) {
      double error = errors.getOrDefault(net.name(), Double.NaN);
      assertTrue(error <= Verify.NETWORK_TOLERANCE, () -> net + ": " + outcome.output());
    }
  }
}
