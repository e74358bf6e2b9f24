package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldEventsTest {
  private final HeldEvents events = new HeldEvents();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  private void submit(String what) {
    events.execute(() -> done.add(what + (EventQueue.isDispatchThread() ? "" : " elsewhere")));
  }

  @Test
  void whatCameBeforeTheReleaseWaitsAndKeepsItsOrder() {
    submit("first");
    submit("second");
    EventSteps.run(() -> {});
    assertEquals(List.of(), done);
    events.release();
    submit("third");
    EventSteps.run(() -> {});
    assertEquals(List.of("first", "second", "third"), done);
  }
}
