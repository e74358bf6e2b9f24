package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MadeOnceTest {
  private final List<Integer> made = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private String make(int key) {
    made.add(key);
    return "made " + key;
  }

  private String makeSlowly(int key) {
    made.add(key);
    begun.countDown();
    await(goOn);
    if (key < 0) {
      throw new IllegalStateException("cannot make " + key);
    }
    return "made " + key;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** One thread makes the value of the key, and another one has asked for it meanwhile. */
  private List<CompletableFuture<String>> askedTwice(MadeOnce<Integer, String> values, int key)
      throws Exception {
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> values.get(key));
    begun.await();
    CompletableFuture<String> second = new CompletableFuture<>();
    Thread other = new Thread(() -> second.completeAsync(() -> values.get(key), Runnable::run));
    other.start();
    while (other.getState() != Thread.State.WAITING) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertFalse(first.isDone());
    goOn.countDown();
    other.join();
    return List.of(first, second);
  }

  @Test
  void whoAsksWhileAValueIsMadeWaitsForIt() throws Exception {
    MadeOnce<Integer, String> values = new MadeOnce<>(4, this::makeSlowly);
    for (CompletableFuture<String> answer : askedTwice(values, 7)) {
      assertEquals("made 7", answer.join());
    }
    assertEquals(List.of(7), made);
  }

  @Test
  void whatCouldNotBeMadeIsToldToAllWhoWaitAndTriedAgain() throws Exception {
    MadeOnce<Integer, String> values = new MadeOnce<>(4, this::makeSlowly);
    for (CompletableFuture<String> answer : askedTwice(values, -1)) {
      assertThrows(CompletionException.class, answer::join);
    }
    assertThrows(IllegalStateException.class, () -> values.get(-1));
    assertEquals(List.of(-1, -1), made);
  }

  @Test
  void theValuesThatWereAskedForLastAreKept() {
    MadeOnce<Integer, String> values = new MadeOnce<>(2, this::make);
    values.get(1);
    values.get(2);
    values.get(1);
    values.get(3);
    assertEquals("made 1", values.get(1));
    assertEquals(List.of(1, 2, 3), made);
    values.get(2);
    assertEquals(List.of(1, 2, 3, 2), made);
  }
}
