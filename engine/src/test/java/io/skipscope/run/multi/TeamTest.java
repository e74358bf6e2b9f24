package io.skipscope.run.multi;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.opencl.FaultyDevices;
import io.skipscope.error.DeviceException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.LaunchLimit;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Skips;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.Shortcut;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two parts of one OpenCL device that share the rows of each launch. */
@Tag("opencl")
@Timeout(300)
class TeamTest {
  private static final int FRAMES = 6;
  private static final int OUT_OF_RESOURCES = -5;

  /** One chain of one segment, which cannot be split by stages. */
  private static final Graph PLAIN = Streams.net(new CifarResNet(1, Shortcut.NONE), 16);

  /** Maps of odd heights, strides, projections. */
  private static final Graph RESIDUAL = Streams.net(new CifarResNet(1, Shortcut.PROJECTION), 17);

  private static DeviceCatalog catalog;
  private static List<String> parts;
  private static String team;
  private static List<Tensor> expected;

  @TempDir Path folder;

  @BeforeAll
  static void findTeamAndRunOnOnePart() {
    catalog = DeviceCatalog.discover();
    parts = catalog.subDevices().stream().map(DeviceInfo::id).limit(2).toList();
    Optional<DeviceInfo> found = catalog.team(parts);
    Skips.unless(found.isPresent(), "no OpenCL device whose parts share buffers");
    team = found.get().id();
    try (Device one = FaultyDevices.healthy(parts.get(0))) {
      expected = Streams.onOneDevice(PLAIN, one, FRAMES);
    }
  }

  @AfterEach
  void nothingStaysOpen() {
    assertEquals(Map.of(), FaultyDevices.liveObjects());
  }

  @Test
  void aTeamGivesTheBitsOfOnePart() {
    assertSameBits(RESIDUAL, PlanOptions.DEFAULT);
  }

  @Test
  void launchesThatAreCutForTheirTimeAreSharedToo() {
    assertSameBits(RESIDUAL, PlanOptions.DEFAULT.withLaunchLimit(new LaunchLimit(0.02)));
  }

  @Test
  void kernelsThatAreBuiltAheadServeATeam() {
    for (int start = 0; start < 2; start++) {
      try (Device both = FaultyDevices.healthy(team)) {
        both.expect("frames of a team");
        assertClose(
            "start " + start, expected.get(0), Streams.onOneDevice(PLAIN, both, 1).get(0), 0);
        assertEquals(List.of(), both.problems());
      }
    }
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "resnet20, 17, CPU",
    "resnet50, 33, CPU",
    "mobilenet_v2:0.35, 32, CPU",
    "resnet20:B, 17, REF",
    "resnet20:B, 17, GPU"
  })
  void aTeamGivesTheBitsOfOnePartWithKernelsOfEveryFamily(
      String net, int size, KernelFamily family) {
    assertSameBits(Streams.net(net, size), new PlanOptions(Passes.Options.ALL, family));
  }

  private static void assertSameBits(Graph graph, PlanOptions options) {
    try (Device one = FaultyDevices.healthy(parts.get(0));
        Device both = FaultyDevices.healthy(team);
        Runner alone = new Runner(one, graph, options.withLaunchLimit(LaunchLimit.USUAL));
        Runner together = new Runner(both, graph, options)) {
      int frame = 0;
      for (TapSet taps : List.of(TapSet.NONE, TapSet.blocks(graph), TapSet.NONE)) {
        Map<String, Tensor> inputs = Map.of(graph.inputs().get(0), Streams.frame(graph, frame++));
        try (RunResult wanted = alone.run(inputs, taps, Map.of(), Job.unwatched());
            RunResult actual = together.run(inputs, taps, Map.of(), Job.unwatched())) {
          assertClose("output", wanted.output(), actual.output(), 0);
          for (TapFrame tap : wanted.taps()) {
            assertClose(tap.name(), tap.tensor(), actual.tap(tap.name()).tensor(), 0);
          }
        }
      }
    }
  }

  @Test
  void everyLaunchIsTimed() {
    try (Device both = FaultyDevices.healthy(team);
        Runner runner = new Runner(both, PLAIN, PlanOptions.DEFAULT)) {
      Map<String, Tensor> inputs = Map.of(PLAIN.inputs().get(0), Streams.frame(PLAIN, 0));
      RunResult result = runner.runTimed(inputs, TapSet.NONE, Map.of(), Job.unwatched());
      assertFalse(result.report().nodes().isEmpty());
      assertTrue(result.report().nodes().stream().allMatch(node -> node.nanos() > 0));
    }
  }

  @Test
  void aSplitWithoutStagesIsLeftToTheTeam() {
    try (ScheduledRunner runner = open(FaultyDevices::healthy)) {
      StreamResult result = run(runner, PlanKind.SPLIT);
      assertEquals(List.of(team), result.schedule().parts().stream().map(p -> p.device()).toList());
      assertEquals(List.of(), result.lost());
      assertEquals(0, result.bytesMoved());
      assertOutputs(result);
    }
  }

  @Test
  void aTeamLostInTheMiddleIsSetAsideAndItsPartsDoTheFrames() {
    loseTeamBy("enqueueTimedKernel", 40);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"read, 3", "createContext, 0", "createQueue, 1", "flush, 40", "buildProgram, 3"})
  void aTeamThatFailsAnywhereIsSetAside(String call, int failing) {
    loseTeamBy(call, failing);
  }

  /**
   * What the devices cost is measured before, so that calls for frames alone are counted. One
   * failure is enough: parts do more with their usual kernels than a team with others.
   */
  private void loseTeamBy(String call, int failing) {
    open(FaultyDevices::healthy).close();
    Function<String, Device> opener =
        id ->
            id.equals(team)
                ? FaultyDevices.open(id, call, failing, OUT_OF_RESOURCES)
                : FaultyDevices.healthy(id);
    try (ScheduledRunner runner = open(opener)) {
      if (runner.lost().isEmpty()) {
        assertOutputs(run(runner, PlanKind.SPLIT));
      }
      assertEquals(List.of(team), runner.lost().stream().map(DeviceLost::deviceId).toList());
      assertEquals(List.of(), runner.recoveries());
      StreamResult after = run(runner, null);
      assertEquals(List.of(), after.lost());
      assertOutputs(after);
    }
  }

  @Test
  void aTeamConsistsOfSeveralPartsOfOneDevice() {
    assertEquals(2, catalog.find(team).computeUnits());
    String whole = parts.get(0).substring(0, parts.get(0).indexOf('/'));
    for (List<String> none :
        List.of(
            parts.subList(0, 1),
            List.of(whole, parts.get(0)),
            List.of(parts.get(0), "java"),
            List.of(parts.get(0), parts.get(0)))) {
      assertEquals(Optional.empty(), catalog.team(none), none.toString());
    }
    assertThrows(DeviceException.class, () -> catalog.find(team + "+"));
  }

  private ScheduledRunner open(Function<String, Device> opener) {
    ScheduledRunner runner = Streams.runner(PLAIN, opener, catalog::team, folder);
    runner.open(parts, Streams.frame(PLAIN, 0), Job.unwatched());
    return runner;
  }

  private static StreamResult run(ScheduledRunner runner, PlanKind kind) {
    return runner.run(FRAMES, Goal.LATENCY, kind, f -> Streams.frame(PLAIN, f), Job.unwatched());
  }

  private static void assertOutputs(StreamResult result) {
    List<Tensor> outputs = Streams.outputs(result);
    for (int frame = 0; frame < FRAMES; frame++) {
      assertClose("frame " + frame, expected.get(frame), outputs.get(frame), 0);
    }
  }
}
