package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceMemoryException;
import io.skipscope.device.UnknownDeviceException;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.DeviceException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.FailingDevice;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.SmallDevice;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Shortcut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows a failure, on devices of plain Java that fail when told to. */
class RecoveryTest {
  private static final int BATCH = 5;
  private static final Graph GRAPH =
      Passes.prepare(
          new CifarResNet(1, Shortcut.PROJECTION).build(HeInitialisation.seeded(1), 10, 16, 16));
  private static final Map<String, Tensor> INPUTS =
      Map.of(GRAPH.inputs().get(0), RandomTensors.of(3, BATCH, 3, 16, 16));

  private final Device device = new JavaDevice(1);

  @AfterEach
  void nothingStaysOpen() {
    device.close();
    assertEquals(0, device.liveObjects());
  }

  @Test
  void aBatchThatIsTooLargeIsRunInPartsThatGiveTheSame() {
    TapSet taps = TapSet.blocks(GRAPH);
    RunResult whole;
    try (Runner runner = new Runner(device, GRAPH, PlanOptions.DEFAULT)) {
      whole = runner.run(INPUTS, taps, Map.of(), Job.unwatched());
    }
    Device small = SmallDevice.over(device, whole.report().activationBytes() / 2);
    try (Runner runner = Runner.recovering(small, GRAPH, PlanOptions.DEFAULT)) {
      RunResult result = runner.run(INPUTS, taps, Map.of(), Job.unwatched());
      assertClose("output", whole.output(), result.output(), 1e-6);
      for (int tap = 0; tap < whole.taps().size(); tap++) {
        String name = whole.taps().get(tap).name();
        assertClose(name, whole.taps().get(tap).tensor(), result.taps().get(tap).tensor(), 1e-6);
        assertSameStats(whole.taps().get(tap).stats(), result.taps().get(tap).stats());
      }
      List<String> lines = result.report().fallbacks();
      assertEquals(2, lines.size(), lines.toString());
      assertTrue(lines.get(1).endsWith("; batches go on in parts of 2"), lines.toString());
      assertTrue(result.report().activationBytes() <= whole.report().activationBytes() / 2);
    }
  }

  private static void assertSameStats(ChannelStats expected, ChannelStats actual) {
    assertArrayEquals(expected.min(), actual.min());
    assertArrayEquals(expected.max(), actual.max());
    assertArrayEquals(expected.mean(), actual.mean(), 1e-5f);
    assertArrayEquals(expected.std(), actual.std(), 1e-5f);
    assertArrayEquals(expected.zeroShare(), actual.zeroShare(), 1e-6f);
    assertArrayEquals(expected.nanCount(), actual.nanCount());
  }

  @Test
  void whereNotEvenOneImageFitsTheDeviceIsGivenUp() {
    try (Runner runner =
        Runner.recovering(SmallDevice.over(device, 64), GRAPH, PlanOptions.DEFAULT)) {
      assertThrows(
          DeviceMemoryException.class,
          () -> runner.run(INPUTS, TapSet.NONE, Map.of(), Job.unwatched()));
    }
  }

  @Test
  void aRunnerForMeasurementsLetsFailuresOut() {
    try (Runner runner = new Runner(FailingDevice.over(device, 2), GRAPH, PlanOptions.DEFAULT)) {
      assertThrows(
          DeviceException.class, () -> runner.run(INPUTS, TapSet.NONE, Map.of(), Job.unwatched()));
    }
  }

  @Test
  void aSessionWhoseDeviceDoesNotOpenRunsOnPlainJavaAndSaysWhy() {
    try (SessionRunner session =
        new SessionRunner(
            () -> {
              throw new DeviceException("device 7.7", "no answer", "one");
            },
            () -> device,
            GRAPH,
            info -> PlanOptions.DEFAULT)) {
      RunResult result =
          session.run(INPUTS, TapSet.NONE, Map.of(), TapListener.NONE, Job.unwatched());
      assertEquals("java", result.report().device().id());
      assertEquals(List.copyOf(session.lost()), result.report().fallbacks());
      String line = session.lost().get(0);
      assertTrue(line.startsWith("device 7.7") && line.contains("it is set aside"), line);
    }
  }

  @Test
  void aSessionOnADeviceThatDoesNotExistIsRefused() {
    assertThrows(
        UnknownDeviceException.class,
        () ->
            new SessionRunner(
                () -> DeviceCatalog.discover().open("99.0"),
                () -> device,
                GRAPH,
                info -> PlanOptions.DEFAULT));
  }
}
