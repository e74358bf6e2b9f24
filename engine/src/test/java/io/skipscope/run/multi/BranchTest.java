package io.skipscope.run.multi;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.opencl.FaultyDevices;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Skips;
import io.skipscope.testing.Towers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches on two parts of one OpenCL device. */
@Tag("opencl")
@Timeout(300)
class BranchTest {
  private static final int FRAMES = 6;
  private static final int OUT_OF_RESOURCES = -5;

  private static List<String> ids;

  @TempDir Path folder;

  @BeforeAll
  static void findParts() {
    ids = DeviceCatalog.discover().subDevices().stream().map(DeviceInfo::id).limit(2).toList();
    Skips.unless(ids.size() == 2, "no OpenCL device that can be cut in two");
  }

  @AfterEach
  void nothingStaysOpen() {
    assertEquals(Map.of(), FaultyDevices.liveObjects());
  }

  @Test
  void addedTowersGiveTheBitsOfOnePart() {
    assertSameBits(Towers.of("Add", 2, 2, 16, 16), Set.copyOf(ids));
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"Add, 2, 64, 28", "Concat, 2, 64, 28", "Concat, 3, 24, 17"})
  void towersGiveTheBitsOfOnePart(String join, int towers, int channels, int size) {
    assertSameBits(Towers.of(join, towers, 3, channels, size), Set.copyOf(ids));
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(strings = {"resnet20:B", "resnet18", "resnet50", "resnext50_32x4d"})
  void projectionsBesideFGiveTheBitsOfOnePart(String name) {
    assertSameBits(Streams.net(name, 64), Set.copyOf(ids));
  }

  private void assertSameBits(Graph graph, Set<String> devices) {
    List<Tensor> expected = onOnePart(graph);
    try (ScheduledRunner runner = open(graph, FaultyDevices::healthy)) {
      StreamResult result = run(graph, runner, PlanKind.BRANCH);
      assertEquals(PlanKind.BRANCH, result.schedule().kind());
      assertEquals(devices, result.spans().stream().map(Span::device).collect(Collectors.toSet()));
      assertTrue(result.bytesMoved() > 0);
      assertOutputs(expected, result);
    }
  }

  /** What the parts cost is measured before, so that calls for frames alone are counted. */
  @ParameterizedTest
  @CsvSource({"enqueueKernel, 10", "read, 5"})
  void aPartLostInTheMiddleLosesNoFrameAndDoublesNone(String call, int failing) {
    Graph graph = Towers.of("Add", 2, 2, 16, 16);
    List<Tensor> expected = onOnePart(graph);
    open(graph, FaultyDevices::healthy).close();
    Function<String, Device> opener =
        id ->
            id.equals(ids.get(1))
                ? FaultyDevices.failing(id, call, failing, OUT_OF_RESOURCES)
                : FaultyDevices.healthy(id);
    try (ScheduledRunner runner = open(graph, opener)) {
      StreamResult result = run(graph, runner, PlanKind.BRANCH);
      assertEquals(List.of(ids.get(1)), result.lost().stream().map(DeviceLost::deviceId).toList());
      assertEquals(PlanKind.SINGLE, result.schedule().kind());
      assertOutputs(expected, result);
    }
  }

  private static List<Tensor> onOnePart(Graph graph) {
    try (Device device = FaultyDevices.healthy(ids.get(0))) {
      return Streams.onOneDevice(graph, device, FRAMES);
    }
  }

  private ScheduledRunner open(Graph graph, Function<String, Device> opener) {
    ScheduledRunner runner = Streams.runner(graph, opener, folder);
    runner.open(ids, Streams.frame(graph, 0), Job.unwatched());
    return runner;
  }

  private static StreamResult run(Graph graph, ScheduledRunner runner, PlanKind kind) {
    return runner.run(FRAMES, Goal.LATENCY, kind, f -> Streams.frame(graph, f), Job.unwatched());
  }

  private static void assertOutputs(List<Tensor> expected, StreamResult result) {
    List<Tensor> outputs = Streams.outputs(result);
    assertEquals(expected.size(), outputs.size());
    for (int frame = 0; frame < expected.size(); frame++) {
      assertClose("frame " + frame, expected.get(frame), outputs.get(frame), 0);
    }
  }
}
