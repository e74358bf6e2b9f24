package io.skipscope.viewer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Progress;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerTest {
  private final ExecutorService eventThread = Executors.newSingleThreadExecutor();
  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final Worker worker = new Worker(store, eventThread);
  private final List<String> results = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  @AfterEach
  void stop() {
    worker.close();
    eventThread.shutdownNow();
  }

  private void submit(String what, boolean replaceable, Worker.Task<String> task) {
    onEventThread(
        () -> worker.submit(what, replaceable, task, results::add, () -> failures.add(what)));
  }

  private void onEventThread(Runnable work) {
    Future<?> done = eventThread.submit(work);
    try {
      done.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void awaitRest() throws InterruptedException {
    while (store.state().progress() != null) {
      Thread.sleep(2);
    }
    onEventThread(() -> {});
  }

  private static String hold(CountDownLatch started, io.skipscope.job.Job job) {
    started.countDown();
    while (true) {
      job.progress("held", 0, 0);
    }
  }

  @Test
  void resultsArriveInOrderAndProgressEnds() throws InterruptedException {
    submit("a", false, (state, job) -> "A");
    submit("b", false, (state, job) -> "B");
    awaitRest();
    assertEquals(List.of("A", "B"), results);
    assertNull(store.state().progress());
  }

  @Test
  void aFailureBecomesOneLineAndNothingElse() throws InterruptedException {
    submit(
        "a",
        false,
        (state, job) -> {
          throw new InputException("x.png", "nothing", "a picture");
        });
    awaitRest();
    assertEquals(
        Message.error("x.png: found nothing, expected a picture"), store.state().message());
    assertEquals(List.of("a"), failures);
    assertEquals(List.of(), results);
  }

  @Test
  void anUnexpectedExceptionIsReportedToo() throws InterruptedException {
    submit(
        "a",
        false,
        (state, job) -> {
          throw new IllegalStateException("odd");
        });
    awaitRest();
    assertTrue(store.state().message().text().contains("odd"), store.state().message().text());
  }

  @Test
  void onlyTheLatestStepOfLongWorkIsShown() throws InterruptedException {
    List<Progress> shown = new CopyOnWriteArrayList<>();
    onEventThread(() -> store.addListener((changes, state) -> shown.add(state.progress())));
    submit(
        "a",
        false,
        (state, job) -> {
          for (int i = 0; i < 1000; i++) {
            job.progress("step", i, 1000);
          }
          while (shown.stream().noneMatch(p -> p != null && p.what().equals("step"))) {
            Thread.onSpinWait();
          }
          return "A";
        });
    awaitRest();
    List<Progress> steps =
        shown.stream().filter(p -> p != null && p.what().equals("step")).toList();
    assertTrue(steps.size() < 100, steps.size() + " of 1000 steps were shown");
    assertEquals(new Progress("step", 999, 1000), steps.get(steps.size() - 1));
  }

  @Test
  void cancelStopsTheTaskAndSaysSo() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    submit("a", false, (state, job) -> hold(started, job));
    started.await();
    onEventThread(worker::cancel);
    awaitRest();
    assertEquals(Message.Kind.HINT, store.state().message().kind());
    assertEquals(List.of("a"), failures);
  }

  @Test
  void aTaskSeesTheStateThatTheOneBeforeLeft() throws InterruptedException {
    onEventThread(
        () -> {
          worker.submit(
              "a",
              false,
              (state, job) -> 7,
              seven -> store.update(s -> s.with().channel(seven).build()),
              () -> {});
          worker.submit(
              "b", false, (state, job) -> "channel " + state.channel(), results::add, () -> {});
        });
    awaitRest();
    assertEquals(List.of("channel 7"), results);
  }

  @Test
  void aReplaceableTaskGivesWaySilently() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    submit("a", true, (state, job) -> hold(started, job));
    started.await();
    submit("b", true, (state, job) -> "B");
    awaitRest();
    assertEquals(List.of("B"), results);
    assertEquals(List.of(), failures);
    assertNull(store.state().message());
  }

  @Test
  void whatGoesOnBesideHoldsUpNothingAndALaterOneTakesItsPlace() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    onEventThread(
        () -> worker.submitBeside("long", (state, job) -> hold(started, job), results::add));
    started.await();
    CountDownLatch shown = new CountDownLatch(1);
    onEventThread(
        () -> {
          assertTrue(worker.isIdle());
          worker.submit("a", true, (state, job) -> "A", r -> shown.countDown(), () -> {});
        });
    assertTrue(shown.await(10, TimeUnit.SECONDS));
    assertNotNull(store.state().progress());
    onEventThread(() -> worker.submitBeside("next", (state, job) -> "B", results::add));
    awaitRest();
    assertEquals(List.of("B"), results);
    assertNull(store.state().message());
  }

  @Test
  void cancelEndsWhatGoesOnBesideToo() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    onEventThread(
        () -> worker.submitBeside("long", (state, job) -> hold(started, job), results::add));
    started.await();
    onEventThread(worker::cancel);
    awaitRest();
    assertEquals(List.of(), results);
    assertEquals(Message.Kind.HINT, store.state().message().kind());
  }
}
