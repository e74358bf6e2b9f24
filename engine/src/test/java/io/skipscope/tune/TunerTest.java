package io.skipscope.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TunedKernels.Pick;
import io.skipscope.op.Tuning;
import io.skipscope.plan.Plan;
import io.skipscope.plan.PlanKey;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Planner;
import io.skipscope.tap.TapSet;
import io.skipscope.testing.TestDevices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("opencl")
class TunerTest {
  private static final Graph GRAPH = OneConvolution.graph();
  private static final Job UNWATCHED = Job.unwatched();

  private static Device device;

  @BeforeAll
  static void openDevice() {
    device = TestDevices.open(TestDevices.OPENCL);
  }

  @AfterAll
  static void closeDevice() {
    if (device != null) {
      device.close();
    }
  }

  @Test
  void candidateThatTheTimerCallsFastestIsPickedAndPlanned() {
    TuningResult result = tune(3, fastest(2), UNWATCHED);
    Pick pick = result.picks().byShape().values().iterator().next();
    assertTrue(!pick.tuning().equals(Tuning.DEFAULT), pick.toString());
    assertEquals(pick.toString(), result.classes().get(0).tuned());
    Plan tuned = plan(PlanOptions.DEFAULT.withTuned(result.picks()));
    assertEquals(1, tuned.tunedNodes());
    assertTrue(!plan(PlanOptions.DEFAULT).devices().equals(tuned.devices()));
  }

  @Test
  void familyThatIsAskedForOverrulesWhatWasFound() {
    TuningResult result = tune(3, fastest(2), UNWATCHED);
    PlanOptions reference = new PlanOptions(PlanOptions.DEFAULT.passes(), KernelFamily.REF);
    Plan plan = plan(reference.withTuned(result.picks()));
    assertEquals(plan(reference).devices(), plan.devices());
    assertEquals(0, plan.tunedNodes());
  }

  @Test
  void settingThatTheKernelDoesNotHaveIsNotPlanned() {
    NodeContext node = NodeContext.of(GRAPH, GRAPH.nodes().get(0));
    Picks picks = new Picks(Map.of(ShapeClass.of(node), Classes.pick(4096)), List.of());
    Plan plan = plan(PlanOptions.DEFAULT.withTuned(picks));
    assertEquals(plan(PlanOptions.DEFAULT).devices(), plan.devices());
  }

  @Test
  void untunedChoiceStaysWhereNothingIsFaster() {
    TuningResult result = tune(3, fastest(0), UNWATCHED);
    assertEquals(result.classes().get(0).untuned(), result.classes().get(0).tuned());
  }

  @Test
  void searchEndsWithItsBudget() {
    Tuner.Settings none = new Tuner.Settings(3, -1, 20);
    TuningResult result = Tuner.tune(device, GRAPH, choice(), none, fastest(0), UNWATCHED);
    assertEquals(List.of(), result.classes());
    assertEquals(1, result.unsearched());
  }

  @Test
  void searchCanBeCancelled() {
    Job job = new Job((what, done, total) -> {});
    job.cancel();
    assertThrows(CancelledException.class, () -> tune(3, fastest(0), job));
  }

  private static TuningResult tune(int candidates, CandidateTimer timer, Job job) {
    Tuner.Settings settings = new Tuner.Settings(candidates, Long.MAX_VALUE, 20);
    return Tuner.tune(device, GRAPH, choice(), settings, timer, job);
  }

  private static KernelChoice choice() {
    return new KernelChoice(device.info(), null);
  }

  /** A timer that finds one of the candidates twice as fast as all others. */
  private static CandidateTimer fastest(int index) {
    return candidates -> {
      double[] nanos = new double[candidates.size()];
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = i == index ? 1 : 2;
      }
      return nanos;
    };
  }

  private static Plan plan(PlanOptions options) {
    PlanKey key =
        new PlanKey(
            new PlanKey.GraphIdentity(GRAPH),
            Map.of("x", GRAPH.shape("x")),
            TapSet.NONE,
            List.of(device.info().id()),
            options);
    return Planner.plan(key, device.info(), true);
  }
}
