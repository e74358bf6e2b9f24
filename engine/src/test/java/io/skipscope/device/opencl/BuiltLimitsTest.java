package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.UnfitProgramException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Compare;
import io.skipscope.testing.RandomTensors;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Shortcut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A kernel that asks for more than the device gives it, as built, makes way for a smaller one. */
@Tag("opencl")
class BuiltLimitsTest {
  private static final int SMALL_GROUP = 64;
  private static final int BUILD_PROGRAM_FAILURE = -11;
  private static final PlanOptions GPU = new PlanOptions(Passes.Options.ALL, KernelFamily.GPU);

  private static final LimitedCl.Limits FEW_REGISTERS =
      (parameter, required, reported) ->
          parameter == ClInfo.KERNEL_WORK_GROUP_SIZE && required > SMALL_GROUP
              ? SMALL_GROUP
              : reported;

  private final JoclCl real = new JoclCl();

  @Test
  void kernelsOfSmallerWorkGroupsTakeThePlaceOfThoseWithoutEnoughRegisters() {
    assertSmallerWorkGroupsHelp(convolution());
  }

  @Test
  @Tag("long")
  void theyDoSoInAWholeNet() {
    assertSmallerWorkGroupsHelp(
        Passes.prepare(
            new CifarResNet(1, Shortcut.PROJECTION).build(HeInitialisation.seeded(1), 10, 16, 16)));
  }

  private void assertSmallerWorkGroupsHelp(Graph graph) {
    assertReplaced(
        graph, LimitedCl.over(real, FEW_REGISTERS), "at most 64 for this kernel as it was built");
  }

  @Test
  void kernelsOfLessLocalMemoryTakeThePlaceOfThoseWithTooMuch() {
    LimitedCl.Limits limits =
        (parameter, required, reported) ->
            parameter == ClInfo.KERNEL_LOCAL_MEM_SIZE && required > SMALL_GROUP
                ? 1L << 40
                : reported;
    assertReplaced(
        convolution(), LimitedCl.over(real, limits), "found 1099511627776 bytes of local memory");
  }

  @Test
  void anotherKernelTakesThePlaceOfOneThatDoesNotBuild() {
    FaultyCl faulty =
        FaultyCl.over(new RememberingCl(real).cl(), "buildProgram", 0, BUILD_PROGRAM_FAILURE);
    assertReplaced(convolution(), faulty.cl(), "CL_BUILD_PROGRAM_FAILURE (-11)");
  }

  @Test
  void whereNoKernelFitsItIsSaid() {
    LimitedCl.Limits none =
        (parameter, required, reported) ->
            parameter == ClInfo.KERNEL_LOCAL_MEM_SIZE ? 1L << 40 : reported;
    assertThrows(UnfitProgramException.class, () -> run(convolution(), LimitedCl.over(real, none)));
    assertEquals(Map.of(), real.liveObjects());
  }

  private void assertReplaced(Graph graph, Cl limited, String reason) {
    RunResult whole = run(graph, real);
    RunResult result = run(graph, limited);
    List<String> lines = result.report().fallbacks();
    assertFalse(whole.report().fallbacks().stream().anyMatch(line -> line.contains("take its")));
    assertTrue(lines.stream().anyMatch(line -> line.contains(reason)), lines.toString());
    assertTrue(
        lines.stream()
            .filter(line -> line.contains(reason))
            .allMatch(line -> line.endsWith("; other kernels take its place")),
        lines.toString());
    whole
        .outputs()
        .forEach((name, value) -> Compare.assertClose(name, value, result.output(), 1e-5));
    assertEquals(Map.of(), real.liveObjects());
  }

  /** One of many channels, for which kernels of large tiles are taken. */
  private static Graph convolution() {
    GraphBuilder builder = Graph.builder("one convolution");
    builder.input("x", Shape.of(1, 64, 12, 12));
    builder.store("w", Role.PARAMETER, RandomTensors.of(1, 64, 64, 1, 1));
    builder.node(new Node("conv", "Conv", List.of("x", "w"), "y", ConvAttributes.of(1, 0, 1)));
    builder.output("y");
    return Passes.prepare(builder.build());
  }

  private RunResult run(Graph graph, Cl cl) {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl);
    String input = graph.inputs().get(0);
    Tensor picture = Tensor.zeros(graph.shape(input));
    for (int i = 0; i < picture.data().length; i++) {
      picture.data()[i] = (float) Math.sin(i);
    }
    try (Device device = platforms.open(OpenClForTests.firstDevice(platforms));
        Runner runner = new Runner(device, graph, GPU)) {
      return runner.run(Map.of(input, picture), TapSet.NONE, Map.of(), Job.unwatched());
    }
  }
}
