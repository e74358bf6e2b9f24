package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.error.DeviceException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.FailingDevice;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs that are awaited later, several of them under way. */
@Tag("opencl")
class PendingRunTest {
  private static final int FRAMES = 6;
  private static final Graph GRAPH =
      Passes.prepare(
          new CifarResNet(1, Shortcut.PROJECTION).build(HeInitialisation.seeded(1), 10, 16, 16));

  private final AtomicInteger launchesLeft = new AtomicInteger(Integer.MAX_VALUE);
  private Device device;
  private List<Tensor> expected;

  @BeforeEach
  void runOneByOne() {
    device = TestDevices.open(TestDevices.OPENCL);
    expected = new ArrayList<>();
    try (Runner runner = new Runner(device, GRAPH, PlanOptions.DEFAULT)) {
      for (int frame = 0; frame < FRAMES; frame++) {
        expected.add(runner.run(inputs(frame), TapSet.NONE, Map.of(), Job.unwatched()).output());
      }
    }
  }

  @AfterEach
  void nothingStaysOpen() {
    if (device != null) {
      device.close();
      assertEquals(0, device.liveObjects());
    }
  }

  @Test
  void allAtOnceGiveTheBitsOfOneByOne() {
    try (Runner runner = new Runner(device, GRAPH, PlanOptions.DEFAULT)) {
      List<PendingRun> begun = new ArrayList<>();
      for (int frame = 0; frame < FRAMES; frame++) {
        begun.add(begin(runner, frame));
      }
      for (int frame = 0; frame < FRAMES; frame++) {
        assertClose("frame " + frame, expected.get(frame), begun.get(frame).await().output(), 0);
      }
    }
  }

  @Test
  void whatIsUnderWaySurvivesARunBetweenAndARunnerThatRecovers() {
    Device failing = FailingDevice.over(device, launchesLeft);
    try (Runner runner = Runner.recovering(failing, GRAPH, PlanOptions.DEFAULT)) {
      runner.run(inputs(0), TapSet.NONE, Map.of(), Job.unwatched());
      PendingRun first = begin(runner, 1);
      assertClose(
          "between",
          expected.get(2),
          runner.run(inputs(2), TapSet.NONE, Map.of(), Job.unwatched()).output(),
          0);
      launchesLeft.set(0);
      assertThrows(DeviceException.class, () -> begin(runner, 3));
      launchesLeft.set(Integer.MAX_VALUE);
      RunResult again = first.await();
      assertClose("done again with the reference kernels", expected.get(1), again.output(), 1e-4);
      assertEquals(1, runner.recoveries().size());
      assertTrue(again.report().fallbacks().containsAll(runner.recoveries()));
    }
  }

  @Test
  void aRunThatIsGivenUpLeavesTheOthersWhole() {
    try (Runner runner = new Runner(device, GRAPH, PlanOptions.DEFAULT)) {
      PendingRun first = begin(runner, 0);
      PendingRun second = begin(runner, 1);
      first.close();
      first.close();
      assertClose("second", expected.get(1), second.await().output(), 0);
    }
  }

  private static PendingRun begin(Runner runner, int frame) {
    return runner.begin(inputs(frame), HostMemory.FRESH, Job.unwatched());
  }

  private static Map<String, Tensor> inputs(int frame) {
    return Map.of(GRAPH.inputs().get(0), RandomTensors.of(frame, 1, 3, 16, 16));
  }
}
