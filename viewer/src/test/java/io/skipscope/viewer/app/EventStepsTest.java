package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStepsTest {
  @Test
  void whatAStepAsksForComesBeforeTheNextStep() {
    List<String> done = new ArrayList<>();
    EventSteps.run(
        List.of(
            () -> {
              done.add("made");
              EventQueue.invokeLater(() -> done.add("painted"));
            },
            () -> done.add("made next")));
    assertEquals(List.of("made", "painted", "made next"), done);
  }

  @Test
  void aStepThatFailsEndsThemWithItsOwnException() {
    List<String> done = new ArrayList<>();
    RuntimeException failure = new IllegalArgumentException("planted");
    List<Runnable> steps =
        List.of(
            () -> {
              throw failure;
            },
            () -> done.add("next"));
    assertSame(failure, assertThrows(RuntimeException.class, () -> EventSteps.run(steps)));
    assertEquals(List.of(), done);
  }
}
