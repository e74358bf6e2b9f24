package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Skips;
import io.skipscope.testing.TestDevices;
import io.skipscope.testing.TestFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PyTorch's intermediates of eight residual blocks, reproduced through taps. */
@Tag("family")
class GoldenBlocksTest {
  private static final double TOLERANCE = 1e-5;
  private static final List<KernelFamily> FAMILIES =
      TestFamily.orForced(KernelFamily.REF, KernelFamily.CPU);

  /** The two that are small enough to lie in the project. */
  @ParameterizedTest
  @ValueSource(strings = {"inverted_24_32_stride2_t6", "inverted_32_16_t1"})
  void bundledBlocksAgreeInPlainJava(String block) throws Exception {
    Path file =
        Path.of(GoldenBlocksTest.class.getResource("/golden/" + block + ".safetensors").toURI());
    assertAgrees(file, TestDevices.JAVA);
  }

  @Test
  @Tag("shared")
  void allBlocksAgreeInPlainJava() throws IOException {
    assertAllAgree(TestDevices.JAVA);
  }

  @Test
  @Tag("shared")
  @Tag("opencl")
  void allBlocksAgreeOnOpenCl() throws IOException {
    assertAllAgree(TestDevices.OPENCL);
  }

  private static void assertAllAgree(String device) throws IOException {
    try (Stream<Path> files = Files.list(Skips.shared("golden"))) {
      List<Path> blocks = files.sorted().toList();
      assertEquals(8, blocks.size());
      for (Path block : blocks) {
        assertAgrees(block, device);
      }
    }
  }

  private static void assertAgrees(Path file, String deviceKind) {
    GoldenBlock golden = GoldenBlock.read(file);
    Graph graph = Passes.prepare(golden.graph());
    try (Device device = TestDevices.open(deviceKind)) {
      for (KernelFamily family : FAMILIES) {
        PlanOptions options = new PlanOptions(Passes.Options.ALL, family);
        try (Runner runner = new Runner(device, graph, options)) {
          assertAgrees(file, golden, runner);
        }
      }
    }
  }

  private static void assertAgrees(Path file, GoldenBlock golden, Runner runner) {
    Set<String> names = golden.expected().keySet();
    assertFalse(names.isEmpty());
    List<TapPoint> all = new ArrayList<>();
    for (String name : names) {
      TapPoint point = new TapPoint(name, golden.value(name, runner.graph()), false);
      all.add(point);
      assertTaps(file, runner, golden, List.of(point));
    }
    assertTaps(file, runner, golden, all);
  }

  private static void assertTaps(
      Path file, Runner runner, GoldenBlock golden, List<TapPoint> points) {
    Map<String, Tensor> inputs = Map.of("input", golden.input());
    RunResult result = runner.run(inputs, new TapSet(points), Map.of(), Job.unwatched());
    assertEquals(points.size(), result.taps().size());
    for (TapFrame tap : result.taps()) {
      String what = file.getFileName() + " " + tap.name() + " of " + points.size() + " taps";
      assertClose(what, golden.expected().get(tap.name()), tap.tensor(), TOLERANCE);
    }
    assertClose("output", golden.expected().get("output"), result.output(), TOLERANCE);
  }
}
