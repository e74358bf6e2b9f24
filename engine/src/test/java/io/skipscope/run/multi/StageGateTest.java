package io.skipscope.run.multi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StageGateTest {
  private static CompletableFuture<Void> waiting(StageGate gate) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  void theLastToArriveOpensItForAll() throws Exception {
    StageGate gate = new StageGate(2);
    CompletableFuture<Void> waiting = waiting(gate);
    assertFalse(gate.arrive());
    assertFalse(waiting.isDone());
    assertTrue(gate.arrive());
    waiting.get(10, TimeUnit.SECONDS);
  }

  @Test
  void oneThatIsOpenedLetsAllGoAndTellsNobodyThatHeIsTheLast() throws Exception {
    StageGate gate = new StageGate(2);
    gate.open();
    waiting(gate).get(10, TimeUnit.SECONDS);
    assertFalse(gate.arrive());
  }
}
