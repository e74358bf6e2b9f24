package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.LaunchLimit;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.testing.TestFamily;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Shortcut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Launches that are cut for their time change nothing else. */
@Tag("opencl")
@Tag("family")
class LaunchLimitTest {
  private static final Graph GRAPH =
      Passes.prepare(
          new CifarResNet(1, Shortcut.PROJECTION).build(HeInitialisation.seeded(1), 10, 16, 16));
  private static final Map<String, Tensor> INPUTS =
      Map.of(GRAPH.inputs().get(0), RandomTensors.of(3, 2, 3, 16, 16));

  private Device device;

  @BeforeEach
  void open() {
    device = TestDevices.open(TestDevices.OPENCL);
  }

  @AfterEach
  void close() {
    device.close();
    assertEquals(0, device.liveObjects());
  }

  @Test
  void cutLaunchesGiveTheBitsOfWholeOnes() {
    TapSet taps = TapSet.blocks(GRAPH);
    try (Runner whole = runner(LaunchLimit.USUAL);
        Runner cut = runner(new LaunchLimit(0.1))) {
      RunResult expected = whole.run(INPUTS, taps, Map.of(), Job.unwatched());
      RunResult result = cut.run(INPUTS, taps, Map.of(), Job.unwatched());
      assertClose("output", expected.output(), result.output(), 0);
      for (int tap = 0; tap < expected.taps().size(); tap++) {
        Tensor numbers = expected.taps().get(tap).tensor();
        assertClose(expected.taps().get(tap).name(), numbers, result.taps().get(tap).tensor(), 0);
      }
      int launches = launches(whole, taps);
      assertTrue(launches(cut, taps) > launches, launches(cut, taps) + " of " + launches);
      assertEquals(List.of(), result.report().nodes());
    }
  }

  /** Nothing is predicted of those that take statistics. */
  @Test
  void launchesThatTakeTooLongAreCutFurtherInTheNextRun() {
    TapSet taps = TapSet.blocks(GRAPH);
    try (Runner runner = runner(new LaunchLimit(0.001))) {
      int predicted = launches(runner, taps);
      Tensor first = runner.run(INPUTS, taps, Map.of(), Job.unwatched()).output();
      int measured = launches(runner, taps);
      Tensor second = runner.run(INPUTS, taps, Map.of(), Job.unwatched()).output();
      assertTrue(measured > predicted, measured + " launches instead of " + predicted);
      assertClose("output", first, second, 0);
    }
  }

  private static int launches(Runner runner, TapSet taps) {
    return runner.plan(INPUTS, taps, Job.unwatched()).devices().get(0).steps().size();
  }

  private Runner runner(LaunchLimit limit) {
    return new Runner(device, GRAPH, TestFamily.options().withLaunchLimit(limit));
  }
}
