package io.skipscope.device.opencl;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.DeviceException;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.job.Job;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.HostMemory;
import io.skipscope.run.PendingRun;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.run.SessionRunner;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever OpenCL call of a net's runs fails, with whatever code: the results are right. */
@Tag("opencl")
@Timeout(300)
class NetFaultsTest {
  /** Every code of OpenCL 1.2, and that of a loader without drivers. */
  private static final List<Integer> CODES =
      Stream.of(IntStream.rangeClosed(1, 19), IntStream.rangeClosed(30, 68), IntStream.of(1001))
          .flatMap(IntStream::boxed)
          .map(code -> -code)
          .toList();

  /** Those that the engine tells apart, two that it does not, and one that OpenCL does not know. */
  private static final List<Integer> KINDS =
      List.of(-4, -5, -6, -61, -1, -11, -35, -30, -36, -1001, -9999);

  private static final int OUT_OF_RESOURCES = -5;
  private static final int INVALID_COMMAND_QUEUE = -36;

  /** What may fail without any harm, or before there is a device to speak of. */
  private static final Set<String> HARMLESS =
      Set.of(
          "platforms",
          "platformText",
          "devices",
          "deviceText",
          "deviceNumber",
          "deviceNumbers",
          "createSubDevices",
          "releaseSubDevice",
          "compileProgram",
          "programBinary",
          "createProgramFromBinary",
          "buildLog",
          "eventNanos");

  /** What runs that are begun call otherwise than those that are waited for at once. */
  private static final List<String> OF_BEGUN_RUNS =
      List.of("write", "enqueueKernel", "flush", "startRead", "waitFor", "releaseEvent", "finish");

  private static final Graph GRAPH = residualConvolution();
  private static final Map<String, Tensor> INPUTS = Map.of("x", RandomTensors.of(2, 2, 8, 6, 6));
  private static final TapSet TAPS = TapSet.named(GRAPH, List.of("sum"));
  private static Tensor expected;

  private final JoclCl real = new JoclCl();
  private int survived;

  @BeforeAll
  static void runOnPlainJava() {
    try (Device device = new JavaDevice(1);
        Runner runner = new Runner(device, GRAPH, PlanOptions.DEFAULT)) {
      expected = runner.run(INPUTS, TAPS, Map.of(), Job.unwatched()).output();
    }
  }

  @AfterEach
  void nothingStaysOpen() {
    assertEquals(Map.of(), real.liveObjects());
  }

  @Test
  void eachCallMayFailOnceOrFromThenOn() {
    for (String method : methods()) {
      survive(FaultyCl.over(real, method, 0, OUT_OF_RESOURCES), method, OUT_OF_RESOURCES);
      survive(FaultyCl.lasting(real, method, 0, OUT_OF_RESOURCES), method, OUT_OF_RESOURCES);
    }
    assertTrue(survived > 60, survived + " faults happened");
  }

  @Test
  void eachCallOfRunsThatAreBegunMayFailOnceOrFromThenOn() {
    for (String method : OF_BEGUN_RUNS) {
      FaultyCl once = FaultyCl.over(real, method, 0, INVALID_COMMAND_QUEUE);
      surviveBegun(once, method, INVALID_COMMAND_QUEUE, false);
      FaultyCl lasting = FaultyCl.lasting(real, method, 0, INVALID_COMMAND_QUEUE);
      surviveBegun(lasting, method, INVALID_COMMAND_QUEUE, true);
    }
  }

  @Test
  void aCopyOfTheSecondRunThatFailsCostsNeitherItsResults() {
    FaultyCl faulty = FaultyCl.over(real, "startRead", 1, INVALID_COMMAND_QUEUE);
    surviveBegun(faulty, "startRead", INVALID_COMMAND_QUEUE, false);
  }

  @Test
  void aRunThatFailsOnceIsDoneAgainWithTheReferenceKernels() {
    FaultyCl faulty = FaultyCl.over(real, "enqueueKernel", 2, INVALID_COMMAND_QUEUE);
    try (SessionRunner runner = open(faulty, "enqueueKernel")) {
      RunResult result = runner.runTimed(INPUTS, TAPS, Map.of(), Job.unwatched());
      assertRight("again", result);
      assertEquals(List.of(), runner.lost());
      assertTrue(result.report().device().id().contains("."), result.report().device().id());
      String line = result.report().fallbacks().get(0);
      assertTrue(line.contains("CL_INVALID_COMMAND_QUEUE (-36)"), line);
      assertTrue(line.endsWith("; the reference kernels go on"), line);
      assertEquals("conv2d.ref", result.report().nodes().get(0).kernel());
    }
  }

  @Test
  void aDeviceThatFailsWithTheReferenceKernelsTooIsSetAside() {
    FaultyCl faulty = FaultyCl.lasting(real, "read", 0, INVALID_COMMAND_QUEUE);
    try (SessionRunner runner = open(faulty, "read")) {
      RunResult result = runner.run(INPUTS, TAPS, Map.of(), TapListener.NONE, Job.unwatched());
      assertRight("on plain Java", result);
      assertEquals("java", result.report().device().id());
      assertEquals(runner.lost(), result.report().fallbacks());
      String line = runner.lost().get(0);
      assertTrue(line.contains("CL_INVALID_COMMAND_QUEUE (-36)"), line);
      assertTrue(line.contains("; it is set aside, plain Java"), line);
    }
  }

  @Test
  @Tag("long")
  void eachCallMayFailWithEachKindOfCode() {
    for (String method : methods()) {
      for (int code : KINDS) {
        if (!survive(FaultyCl.over(real, method, 0, code), method, code)) {
          break;
        }
      }
    }
  }

  @Test
  @Tag("long")
  void eachCallOfRunsThatAreBegunMayFailWithEachKindOfCode() {
    for (String method : OF_BEGUN_RUNS) {
      for (int code : KINDS) {
        surviveBegun(FaultyCl.over(real, method, 0, code), method, code, false);
      }
    }
  }

  /** The codes take turns, as do calls that fail once and devices that are gone from then on. */
  @Test
  @Tag("long")
  void eachOfManyCallsMayFail() {
    int turn = 0;
    for (String method : methods()) {
      boolean happened = true;
      for (int call = 1; happened; call += 1 + call / 3) {
        int code = CODES.get(turn % CODES.size());
        FaultyCl faulty =
            turn++ % 2 == 0
                ? FaultyCl.over(real, method, call, code)
                : FaultyCl.lasting(real, method, call, code);
        happened = survive(faulty, method, code);
      }
    }
  }

  private static List<String> methods() {
    return Arrays.stream(Cl.class.getMethods())
        .map(Method::getName)
        .filter(name -> !name.equals("liveObjects"))
        .sorted()
        .toList();
  }

  /** Whether the fault has happened. */
  private boolean survive(FaultyCl faulty, String method, int code) {
    String label = method + " with " + ClStatus.describe(code);
    SessionRunner runner = open(faulty, method);
    try {
      RunResult first = runner.run(INPUTS, TAPS, Map.of(), TapListener.NONE, Job.unwatched());
      RunResult second = runner.runTimed(INPUTS, TAPS, Map.of(), Job.unwatched());
      assertRight(label, first);
      assertRight(label, second);
      assertShown(label, faulty, method, second.report().fallbacks());
    } finally {
      close(runner, label);
    }
    assertEquals(Map.of(), real.liveObjects(), label);
    survived += faulty.hasFailed() ? 1 : 0;
    return faulty.hasFailed();
  }

  /**
   * Likewise for two runs that are under way at once, as in a stream.
   *
   * @param forGood whether the device may give up at last; who has the frames takes another then
   */
  private void surviveBegun(FaultyCl faulty, String method, int code, boolean forGood) {
    String label = "begun, " + method + " with " + ClStatus.describe(code);
    try (Device device = firstDevice(faulty.cl(), false);
        Runner runner = Runner.recovering(device, GRAPH, PlanOptions.DEFAULT);
        PendingRun first = runner.begin(INPUTS, HostMemory.FRESH, Job.unwatched());
        PendingRun second = runner.begin(INPUTS, HostMemory.FRESH, Job.unwatched())) {
      assertClose(label, expected, first.await().output(), 1e-5);
      RunResult last = second.await();
      assertClose(label, expected, last.output(), 1e-5);
      assertShown(label, faulty, method, last.report().fallbacks());
    } catch (DeviceException e) {
      boolean isClosing = Set.of("releaseEvent", "finish").contains(method);
      assertTrue((forGood || isClosing) && e.code() == code, label + ": " + e.getMessage());
    }
    assertTrue(faulty.hasFailed(), label + " was not called");
    assertEquals(Map.of(), real.liveObjects(), label);
  }

  private static SessionRunner open(FaultyCl faulty, String method) {
    return new SessionRunner(
        () -> firstDevice(faulty.cl(), method.contains("SubDevice")),
        () -> new JavaDevice(1),
        GRAPH,
        info -> PlanOptions.DEFAULT);
  }

  /** Part of a device for calls that only those need. */
  private static Device firstDevice(Cl cl, boolean part) {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl);
    List<DeviceInfo> devices = part ? platforms.subDevices() : platforms.devices();
    return platforms.open(devices.isEmpty() ? "0.0" : devices.get(0).id());
  }

  private static void assertRight(String label, RunResult result) {
    assertClose(label, expected, result.output(), 1e-5);
    assertClose(label + ", tap", expected, result.taps().get(0).tensor(), 1e-5);
  }

  private static void assertShown(
      String label, FaultyCl faulty, String method, List<String> lines) {
    assertFalse(lines.stream().anyMatch(line -> line.contains("\n")), label + ": " + lines);
    boolean mustBeShown =
        faulty.hasFailed() && !HARMLESS.contains(method) && !method.startsWith("release");
    if (mustBeShown && !label.contains("CL_INVALID_QUEUE_PROPERTIES")) {
      assertTrue(lines.stream().anyMatch(line -> line.contains("(-")), label + ": " + lines);
    }
  }

  /** A device that refuses to close says so, and is closed all the same. */
  private static void close(SessionRunner runner, String label) {
    try {
      runner.close();
    } catch (DeviceException e) {
      assertTrue(label.contains("(" + e.code() + ")"), label + ": " + e.getMessage());
    }
  }

  /** y = ReLU(w * x + x). */
  private static Graph residualConvolution() {
    GraphBuilder builder = Graph.builder("one residual convolution");
    builder.input("x", Shape.of(1, 8, 6, 6));
    builder.store("w", Role.PARAMETER, RandomTensors.of(1, 8, 8, 3, 3));
    builder.node(new Node("conv", "Conv", List.of("x", "w"), "f", ConvAttributes.of(1, 1, 1)));
    builder.node(new Node("add", "Add", List.of("f", "x"), "sum", Attributes.NONE));
    builder.output("sum");
    return Passes.prepare(builder.build());
  }
}
