package io.skipscope;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.DeviceException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Model MODEL = Model.open("resnet20:B", null, Job.unwatched());

  @Test
  void anyNumberOfThreadsMayRunOneSession() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try (Session session = open(MODEL)) {
      List<Tensor> alone = new ArrayList<>();
      List<Future<Tensor>> together = new ArrayList<>();
      for (int seed = 0; seed < 6; seed++) {
        alone.add(session.run(input(seed)).output());
      }
      for (int seed = 0; seed < 6; seed++) {
        Tensor input = input(seed);
        together.add(callers.submit(() -> session.run(input).output()));
      }
      for (int seed = 0; seed < 6; seed++) {
        assertClose("input " + seed, alone.get(seed), together.get(seed).get(), 0);
      }
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void aFactorActsOnTheNextRunWithoutAnyNewWork() {
    ScaleBranch half = new ScaleBranch("layer1.0", ScaleBranch.Branch.SHORTCUT, 0.5f);
    List<String> steps = new ArrayList<>();
    Job job = new Job((what, done, total) -> steps.add(what));
    try (Session whole = open(MODEL);
        Session edited = open(MODEL.edited(half))) {
      Tensor expected = whole.run(input(1)).output();
      Tensor halved = edited.run(input(1)).output();
      edited.setFactor(half.factorName(), 1);
      Tensor restored = edited.run(input(1), TapSet.NONE, job).output();
      assertClose("restored", expected, restored, 1e-6);
      assertFalse(Arrays.equals(expected.data(), halved.data()));
      assertTrue(steps.stream().allMatch("Running"::equals), steps.toString());
    }
  }

  @Test
  void anUnknownDeviceIsRefusedWithTheKnownOnes() {
    DeviceException e =
        assertThrows(DeviceException.class, () -> Session.open(MODEL, "9.9", PlanOptions.DEFAULT));
    assertTrue(e.getMessage().contains("java"), e.getMessage());
  }

  @Test
  void anOpenedSessionIsReadyWhenItWasOpenedWithAJob() {
    List<String> steps = new ArrayList<>();
    Job job = new Job((what, done, total) -> steps.add(what));
    Job running = new Job((what, done, total) -> assertEquals("Running", what));
    try (Session session = Session.open(MODEL, "java", PlanOptions.DEFAULT, job)) {
      assertTrue(steps.contains("Preparing launches"), steps.toString());
      session.run(input(0), TapSet.NONE, running);
    }
  }

  @Test
  void openingStopsWhereItsJobIsCancelled() {
    Job[] job = new Job[1];
    job[0] =
        new Job(
            (what, done, total) -> {
              if (what.equals("Preparing launches")) {
                job[0].cancel();
              }
            });
    assertThrows(
        CancelledException.class, () -> Session.open(MODEL, "java", PlanOptions.DEFAULT, job[0]));
  }

  @Test
  void closingTwiceIsHarmless() {
    Session session = open(MODEL);
    session.close();
    session.close();
  }

  @Test
  void aClosedSessionRefusesToRunAndSaysSo() {
    Session session = open(MODEL);
    session.close();
    SkipscopeException e = assertThrows(SkipscopeException.class, () -> session.run(input(0)));
    assertTrue(e.getMessage().contains("a closed session"), e.getMessage());
  }

  @Test
  void anInterruptedCloseStillEndsTheSession() throws Exception {
    Session session = open(MODEL);
    Thread closer =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              try {
                session.close();
              } catch (SkipscopeException interrupted) {
                // Not thrown if the session had ended before this thread could wait for it.
              }
            });
    closer.start();
    closer.join();
    SkipscopeException e = assertThrows(SkipscopeException.class, () -> session.run(input(0)));
    assertTrue(e.getMessage().contains("a closed session"), e.getMessage());
  }

  @Test
  void aPredictionsProbabilitiesAddUpToOne() {
    try (Session session = open(MODEL)) {
      List<Prediction> all = Prediction.top(MODEL, session.run(input(2)).output(), 10);
      assertEquals(1, all.stream().mapToDouble(Prediction::probability).sum(), 1e-5);
      assertTrue(all.get(0).probability() >= all.get(9).probability());
    }
  }

  @Test
  void mapsAndScalarsHoldNoPredictions() {
    for (Shape shape : List.of(Shape.of(1, 10, 4, 4), Shape.of(10), Shape.of(), Shape.of(0, 10))) {
      assertEquals(List.of(), Prediction.top(MODEL, Tensor.zeros(shape), 5), shape.toString());
    }
    assertEquals(5, Prediction.top(MODEL, Tensor.zeros(Shape.of(1, 10, 1, 1)), 5).size());
  }

  private static Session open(Model model) {
    return Session.open(model, "java", PlanOptions.DEFAULT);
  }

  private static Tensor input(int seed) {
    return RandomTensors.of(seed, 1, 3, 32, 32);
  }
}
