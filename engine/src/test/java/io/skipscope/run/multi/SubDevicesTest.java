package io.skipscope.run.multi;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.device.opencl.FaultyDevices;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Skips;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two parts of one OpenCL device, which really work side by side. */
@Tag("opencl")
@Timeout(300)
class SubDevicesTest {
  private static final int FRAMES = 12;
  private static final int OUT_OF_RESOURCES = -5;

  /** Relative: maps of fewer rows may be computed by other kernels. */
  private static final double OTHER_KERNELS = 1e-4;

  private static final Graph GRAPH = Streams.net("resnet20:B", 16);

  private static List<String> ids;
  private static List<Tensor> expected;

  @TempDir Path folder;
  private int starts;

  @BeforeAll
  static void runOnOnePart() {
    ids = DeviceCatalog.discover().subDevices().stream().map(DeviceInfo::id).limit(2).toList();
    Skips.unless(ids.size() == 2, "no OpenCL device that can be cut in two");
    try (Device device = FaultyDevices.healthy(ids.get(0))) {
      expected = Streams.onOneDevice(GRAPH, device, FRAMES);
    }
  }

  @AfterEach
  void nothingStaysOpen() {
    assertEquals(Map.of(), FaultyDevices.liveObjects());
  }

  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void everyPlanGivesTheBitsOfOnePart(PlanKind kind) {
    try (ScheduledRunner runner = open(FaultyDevices::healthy)) {
      StreamResult result = run(runner, kind);
      assertEquals(kind, result.schedule().kind());
      assertEquals(List.of(), result.lost());
      assertOutputs(result, kind == PlanKind.SPLIT ? OTHER_KERNELS : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"enqueueKernel, 30", "read, 0"})
  void aPartThatFailsIsSetAsideAndTheOtherDoesItsFrames(String call, int failing) {
    Function<String, Device> failsForGood =
        id -> FaultyDevices.failing(id, call, failing, OUT_OF_RESOURCES);
    assertEquals(1, lostBy(failsForGood, 0));
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(
      strings = {
        "createContext",
        "createQueue",
        "createBuffer",
        "createSubBuffer",
        "createProgram",
        "buildProgram",
        "createKernel",
        "setBuffer",
        "enqueueKernel",
        "enqueueTimedKernel",
        "write",
        "read",
        "startRead",
        "waitFor",
        "finish",
        "flush"
      })
  void anyCallThatFailsAnyTimeCostsNoMoreThanItsDevice(String call) {
    for (int failing = 0; failing < 2000; failing = 4 * failing + 1) {
      int number = failing;
      lostBy(id -> FaultyDevices.open(id, call, number, OUT_OF_RESOURCES), OTHER_KERNELS);
      assertEquals(Map.of(), FaultyDevices.liveObjects(), call + " " + failing);
    }
  }

  /**
   * How many devices were set aside: none if what fails does not come so often, or not again with
   * the reference kernels.
   */
  private int lostBy(Function<String, Device> faultyOpener, double tolerance) {
    String faulty = ids.get(1);
    Function<String, Device> opener =
        id -> id.equals(faulty) ? faultyOpener.apply(id) : healthyOrJava(id);
    try (ScheduledRunner runner = open(opener)) {
      assertOutputs(run(runner, null), tolerance);
      for (DeviceLost lost : runner.lost()) {
        assertEquals(faulty, lost.deviceId());
        assertTrue(lost.getMessage().contains("CL_OUT_OF_RESOURCES"), lost.getMessage());
      }
      return runner.lost().size();
    }
  }

  /** By then the part has begun a frame; what the devices cost is measured before. */
  @ParameterizedTest
  @EnumSource(
      value = PlanKind.class,
      names = {"BATCH", "PIPELINE"})
  void aPartLostWithAFrameUnderWayLosesNoneAndDoublesNone(PlanKind kind) {
    Function<String, Device> opener =
        id ->
            id.equals(ids.get(1))
                ? FaultyDevices.failing(id, "startRead", 1, OUT_OF_RESOURCES)
                : FaultyDevices.healthy(id);
    IntFunction<Tensor> input = kind == PlanKind.BATCH ? twoForTheOther() : SubDevicesTest::frame;
    Path costs = folder.resolve("costs" + starts++);
    open(GRAPH, FaultyDevices::healthy, costs).close();
    try (ScheduledRunner runner = open(GRAPH, opener, costs)) {
      StreamResult result = run(runner, kind, input);
      assertEquals(List.of(ids.get(1)), result.lost().stream().map(DeviceLost::deviceId).toList());
      assertOutputs(result, 0);
    }
  }

  /**
   * Frames of which the first part gets no third before the other has its second: parts take frames
   * as they go, so that one whose thread gets no processor for a while might find none left.
   */
  private static IntFunction<Tensor> twoForTheOther() {
    AtomicInteger ofTheFirst = new AtomicInteger();
    CountDownLatch missing = new CountDownLatch(2);
    return index -> {
      if (Thread.currentThread().getName().endsWith(ids.get(1))) {
        missing.countDown();
      } else if (ofTheFirst.incrementAndGet() > 2) {
        assertDoesNotThrow(() -> missing.await(60, TimeUnit.SECONDS));
      }
      return frame(index);
    };
  }

  /**
   * What the devices cost is measured before, so that frames alone are counted. Cutting a network
   * between its stages leaves the kernels of this one as they are, so that frames have the same
   * bits.
   */
  @Test
  @Tag("long")
  void aThousandFramesSurviveTheLossOfAPipelinesPart() {
    int frames = 1000;
    Graph small = Streams.net("resnet20:B", 8);
    List<Tensor> alone;
    try (Device device = FaultyDevices.healthy(ids.get(0))) {
      alone = Streams.onOneDevice(small, device, frames);
    }
    open(small, FaultyDevices::healthy, folder).close();
    Function<String, Device> opener =
        id ->
            id.equals(ids.get(1))
                ? FaultyDevices.failing(id, "startRead", frames / 2, OUT_OF_RESOURCES)
                : FaultyDevices.healthy(id);
    try (ScheduledRunner runner = open(small, opener, folder)) {
      StreamResult result =
          runner.run(
              frames,
              Goal.THROUGHPUT,
              PlanKind.PIPELINE,
              frame -> Streams.frame(small, frame),
              Job.unwatched());
      assertEquals(List.of(ids.get(1)), result.lost().stream().map(DeviceLost::deviceId).toList());
      assertOutputs(alone, result, 0);
    }
  }

  @Test
  void whenAllPartsFailPlainJavaDoesTheWork() {
    Function<String, Device> opener =
        id ->
            id.equals(DeviceCatalog.JAVA)
                ? new JavaDevice()
                : FaultyDevices.failing(id, "read", 0, OUT_OF_RESOURCES);
    try (ScheduledRunner runner = open(opener)) {
      StreamResult result = run(runner, null);
      assertEquals(2, runner.lost().size());
      assertEquals(DeviceCatalog.JAVA, result.schedule().parts().get(0).device());
      assertOutputs(result, 1e-4);
    }
  }

  @Test
  void openClAndJavaShareAPipeline() {
    try (ScheduledRunner runner = Streams.runner(GRAPH, SubDevicesTest::healthyOrJava, folder)) {
      List<String> mixed = List.of(ids.get(0), DeviceCatalog.JAVA);
      runner.open(mixed, Streams.frame(GRAPH, 0), Job.unwatched());
      StreamResult result = run(runner, PlanKind.PIPELINE);
      assertEquals(Set.copyOf(mixed), devices(result));
      assertOutputs(result, 1e-4);
    }
  }

  private static Set<String> devices(StreamResult result) {
    return result.spans().stream().map(Span::device).collect(Collectors.toSet());
  }

  private static Device healthyOrJava(String id) {
    return id.equals(DeviceCatalog.JAVA) ? new JavaDevice() : FaultyDevices.healthy(id);
  }

  private ScheduledRunner open(Function<String, Device> opener) {
    return open(GRAPH, opener, folder.resolve("costs" + starts++));
  }

  private static ScheduledRunner open(Graph graph, Function<String, Device> opener, Path costs) {
    ScheduledRunner runner = Streams.runner(graph, opener, costs);
    runner.open(ids, Streams.frame(graph, 0), Job.unwatched());
    return runner;
  }

  private static StreamResult run(ScheduledRunner runner, PlanKind kind) {
    return run(runner, kind, SubDevicesTest::frame);
  }

  private static StreamResult run(
      ScheduledRunner runner, PlanKind kind, IntFunction<Tensor> input) {
    return runner.run(FRAMES, Goal.THROUGHPUT, kind, input, Job.unwatched());
  }

  private static Tensor frame(int index) {
    return Streams.frame(GRAPH, index);
  }

  private static void assertOutputs(StreamResult result, double tolerance) {
    assertOutputs(expected, result, tolerance);
  }

  private static void assertOutputs(List<Tensor> expected, StreamResult result, double tolerance) {
    List<Tensor> outputs = Streams.outputs(result);
    assertEquals(expected.size(), outputs.size());
    for (int frame = 0; frame < expected.size(); frame++) {
      assertClose("frame " + frame, expected.get(frame), outputs.get(frame), tolerance);
    }
  }
}
