package io.skipscope.run.multi;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.DeviceException;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.FailingDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plain Java devices of one thread each stand for devices of any kind. */
@Timeout(120)
class ScheduledRunnerTest {
  private static final int FRAMES = 24;

  private static final List<String> TWO = List.of("a", "b");
  private static final Graph GRAPH = Streams.net("resnet20", 16);
  private static List<Tensor> expected;

  @TempDir Path folder;
  private final Map<String, Device> opened = new ConcurrentHashMap<>();

  @BeforeAll
  static void runOnOneDevice() {
    try (JavaDevice device = new JavaDevice()) {
      expected = Streams.onOneDevice(GRAPH, device, FRAMES);
    }
  }

  @AfterEach
  void nothingStaysOpen() {
    opened.forEach((id, device) -> assertEquals(0, device.liveObjects(), id));
  }

  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void everyPlanGivesTheBitsOfASingleDevice(PlanKind kind) {
    try (ScheduledRunner runner = open(TWO, this::healthy)) {
      for (Goal goal : Goal.values()) {
        StreamResult result = run(runner, goal, kind);
        assertEquals(kind, result.schedule().kind());
        assertEquals(List.of(), result.lost());
        assertSameBits(result);
        assertTrue(result.measuredMillis() > 0 && result.throughput() > 0);
      }
    }
  }

  @Test
  void aPipelineCountsTheBytesThatCrossAndTheWorkOfBothDevices() {
    try (ScheduledRunner runner = open(TWO, this::healthy)) {
      StreamResult result = run(runner, Goal.THROUGHPUT, PlanKind.PIPELINE);
      int cut = result.schedule().parts().get(1).from();
      assertEquals(FRAMES * runner.chain().bytesBefore(cut), result.bytesMoved());
      assertEquals(2 * FRAMES, result.spans().size());
      assertEquals(0, run(runner, Goal.THROUGHPUT, PlanKind.BATCH).bytesMoved());
    }
  }

  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void aDeviceLostInTheMiddleLosesNoFrameAndDoublesNone(PlanKind kind) {
    Map<String, AtomicInteger> launchesLeft = new ConcurrentHashMap<>();
    Function<String, Device> opener =
        id -> {
          AtomicInteger left = launchesLeft.computeIfAbsent(id, any -> new AtomicInteger());
          left.set(Integer.MAX_VALUE);
          return FailingDevice.over(healthy(id), left);
        };
    try (ScheduledRunner runner = open(TWO, opener)) {
      assertSameBits(run(runner, Goal.THROUGHPUT, kind));
      // What a run launches on a device, the half of which it will not survive.
      launchesLeft.values().forEach(left -> left.set(Integer.MAX_VALUE));
      assertSameBits(run(runner, Goal.THROUGHPUT, kind));
      launchesLeft.values().forEach(left -> left.set((Integer.MAX_VALUE - left.get()) / 2));
      StreamResult result = run(runner, Goal.THROUGHPUT, kind);
      assertSameBits(result);
      String line = result.lost().get(0).getMessage();
      assertTrue(line.contains("a planted fault"), line);
    }
  }

  @Test
  @Tag("long")
  void aThousandFramesSurviveTheLossOfAPipelinesDevice() {
    int frames = 1000;
    Graph small = Streams.net("resnet20", 8);
    AtomicInteger launchesLeft = new AtomicInteger(Integer.MAX_VALUE);
    Function<String, Device> opener =
        id -> id.equals("b") ? FailingDevice.over(healthy(id), launchesLeft) : healthy(id);
    List<Tensor> alone;
    try (JavaDevice device = new JavaDevice()) {
      alone = Streams.onOneDevice(small, device, frames);
    }
    try (ScheduledRunner runner = Streams.runner(small, opener, folder)) {
      runner.open(TWO, Streams.frame(small, 0), Job.unwatched());
      IntFunction<StreamResult> pipeline =
          count ->
              runner.run(
                  count,
                  Goal.THROUGHPUT,
                  PlanKind.PIPELINE,
                  f -> Streams.frame(small, f),
                  Job.unwatched());
      launchesLeft.set(Integer.MAX_VALUE);
      pipeline.apply(frames / 10);
      launchesLeft.set((Integer.MAX_VALUE - launchesLeft.get()) * 5);
      StreamResult result = pipeline.apply(frames);
      assertEquals("b", result.lost().get(0).deviceId());
      List<Tensor> outputs = Streams.outputs(result);
      for (int frame = 0; frame < frames; frame++) {
        assertClose("frame " + frame, alone.get(frame), outputs.get(frame), 0);
      }
    }
  }

  @Test
  void keptNetworksAreNotLoadedAgain() {
    AtomicInteger launchesLeft = new AtomicInteger();
    Function<String, Device> opener = id -> FailingDevice.over(healthy(id), launchesLeft);
    launchesLeft.set(Integer.MAX_VALUE);
    try (ScheduledRunner runner = open(TWO, opener)) {
      int first = launches(launchesLeft, () -> run(runner, Goal.LATENCY, PlanKind.PIPELINE));
      run(runner, Goal.LATENCY, PlanKind.BATCH);
      runner.keepNetworks();
      int loading = launches(launchesLeft, () -> run(runner, Goal.LATENCY, PlanKind.PIPELINE));
      run(runner, Goal.LATENCY, PlanKind.BATCH);
      int kept = launches(launchesLeft, () -> run(runner, Goal.LATENCY, PlanKind.PIPELINE));
      assertEquals(first, loading);
      assertEquals(loading * FRAMES, kept * (FRAMES + 1));
    }
  }

  private static int launches(AtomicInteger left, Runnable work) {
    int before = left.get();
    work.run();
    return before - left.get();
  }

  @Test
  void devicesThatFailWhileTheyAreMeasuredAgainAreSetAside() {
    AtomicInteger launchesLeft = new AtomicInteger(Integer.MAX_VALUE);
    Function<String, Device> opener =
        id -> id.equals("b") ? FailingDevice.over(healthy(id), launchesLeft) : healthy(id);
    try (ScheduledRunner runner = open(TWO, opener)) {
      launchesLeft.set(0);
      runner.measureAgain(Streams.frame(GRAPH, 0), Job.unwatched());
      assertEquals(List.of("b"), runner.lost().stream().map(DeviceLost::deviceId).toList());
      assertSameBits(run(runner, Goal.THROUGHPUT, null));
    }
  }

  @Test
  void withoutAnyOtherDevicePlainJavaDoesTheWork() {
    Function<String, Device> opener =
        id -> {
          if (id.equals("java")) {
            return healthy(id);
          }
          throw new DeviceException("device " + id, "no answer", "one");
        };
    try (ScheduledRunner runner = open(TWO, opener)) {
      assertEquals(TWO, runner.lost().stream().map(DeviceLost::deviceId).toList());
      StreamResult result = run(runner, Goal.THROUGHPUT, null);
      assertEquals("java", result.schedule().parts().get(0).device());
      assertSameBits(result);
    }
  }

  @Test
  void plainJavaIsSetAsideTooWhileAnotherDeviceIsLeft() {
    Function<String, Device> opener =
        id -> id.equals("java") ? FailingDevice.over(healthy(id), 0) : healthy(id);
    try (ScheduledRunner runner = open(List.of("java", "b"), opener)) {
      assertEquals(List.of("java"), runner.lost().stream().map(DeviceLost::deviceId).toList());
      assertSameBits(run(runner, Goal.THROUGHPUT, null));
    }
  }

  @Test
  void measuredCostsAreKeptForTheNextStart() throws Exception {
    open(TWO, this::healthy).close();
    String kept = Files.readString(folder.resolve("costs.json"));
    open(TWO, this::healthy).close();
    assertEquals(kept, Files.readString(folder.resolve("costs.json")));
    try (ScheduledRunner one = open(List.of("a"), this::healthy)) {
      assertThrows(InputException.class, () -> run(one, Goal.THROUGHPUT, PlanKind.PIPELINE));
    }
  }

  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void cancellingEndsTheStreamAndLeavesTheDevicesUsable(PlanKind kind) {
    try (ScheduledRunner runner = open(TWO, this::healthy)) {
      Job job =
          new Job(
              (what, done, total) -> {
                if (what.equals("Running frames")) {
                  throw new CancelledException(what);
                }
              });
      assertThrows(
          CancelledException.class,
          () -> runner.run(100_000, Goal.THROUGHPUT, kind, f -> Streams.frame(GRAPH, f), job));
      assertSameBits(run(runner, Goal.THROUGHPUT, kind));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PIPELINE", "SPLIT"})
  void aFrameThatIsNoInputIsReportedAndIsNoFaultOfTheDevice(PlanKind kind) {
    Tensor wrong = Tensor.zeros(GRAPH.shape(GRAPH.inputs().get(0)).with(1, 4));
    try (ScheduledRunner runner = open(TWO, this::healthy)) {
      assertThrows(
          InputException.class,
          () -> runner.run(FRAMES, Goal.THROUGHPUT, kind, f -> wrong, Job.unwatched()));
      assertFalse(runner.lost().stream().findAny().isPresent());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PIPELINE", "SPLIT"})
  void aFrameThatCannotBeHadEndsTheStreamAndLeavesTheDevicesUsable(PlanKind kind) {
    IntFunction<Tensor> frames =
        frame -> {
          if (frame == FRAMES / 2) {
            throw new InputException("frame " + frame, "none", "one");
          }
          return Streams.frame(GRAPH, frame);
        };
    try (ScheduledRunner runner = open(TWO, this::healthy)) {
      assertThrows(
          InputException.class,
          () -> runner.run(FRAMES, Goal.THROUGHPUT, kind, frames, Job.unwatched()));
      assertSameBits(run(runner, Goal.THROUGHPUT, kind));
    }
  }

  private ScheduledRunner open(List<String> ids, Function<String, Device> opener) {
    ScheduledRunner runner = Streams.runner(GRAPH, opener, folder);
    runner.open(ids, Streams.frame(GRAPH, 0), Job.unwatched());
    return runner;
  }

  private Device healthy(String id) {
    Device device = new JavaDevice(1);
    opened.put(id, device);
    return device;
  }

  private static StreamResult run(ScheduledRunner runner, Goal goal, PlanKind kind) {
    return runner.run(FRAMES, goal, kind, f -> Streams.frame(GRAPH, f), Job.unwatched());
  }

  private static void assertSameBits(StreamResult result) {
    List<Tensor> outputs = Streams.outputs(result);
    assertEquals(FRAMES, outputs.size());
    for (int frame = 0; frame < FRAMES; frame++) {
      assertClose("frame " + frame, expected.get(frame), outputs.get(frame), 0);
    }
  }
}
