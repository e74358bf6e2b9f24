package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.StatsOracle;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Compare;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taps of whole blocks, against plain Java; their statistics, against the numbers themselves. */
@Tag("opencl")
class BlockStatsTest {
  private static final double TOLERANCE = 1e-4;

  @Test
  void everyBlockOfASmallNet() {
    check("resnet20", true, 2, 37, 29);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "resnet20:B, true, 3, 32, 32",
    "resnet20, false, 1, 37, 29",
    "resnet50, true, 1, 65, 97",
    "mobilenet_v2, true, 2, 65, 97",
    "mobilenet_v2, false, 1, 64, 64"
  })
  void everyBlock(String name, boolean fused, int batch, int height, int width) {
    check(name, fused, batch, height, width);
  }

  @Test
  @Tag("long")
  void oneValueOfABlockIsTheSameWithoutTheOthers() {
    Graph net = Passes.prepare(Zoo.build("resnet20", 3));
    Tensor input = RandomTensors.of(5, Shape.of(1, 3, 32, 32));
    List<TapFrame> all = run(TestDevices.OPENCL, net, true, TapSet.blocks(net), input);
    for (String role : List.of("input", "residual", "shortcut", "sum", "output")) {
      TapSet one = TapSet.named(net, List.of("layer2.1." + role));
      TapFrame alone = run(TestDevices.OPENCL, net, true, one, input).get(0);
      TapFrame among =
          all.stream().filter(tap -> tap.name().equals(alone.name())).findFirst().orElseThrow();
      Compare.assertClose(role, among.tensor(), alone.tensor(), TOLERANCE);
      StatsOracle.check(alone.tensor(), alone.stats(), role);
    }
  }

  private static void check(String name, boolean fused, int batch, int height, int width) {
    Graph net = Passes.prepare(Zoo.build(name, 3));
    TapSet taps = TapSet.blocks(net);
    Tensor input = RandomTensors.of(5, Shape.of(batch, 3, height, width));
    List<TapFrame> expected = run(TestDevices.JAVA, net, fused, taps, input);
    List<TapFrame> full = run(TestDevices.OPENCL, net, fused, taps, input);
    List<TapFrame> stats = run(TestDevices.OPENCL, net, fused, taps.statsOnly(), input);
    for (int i = 0; i < full.size(); i++) {
      TapFrame tap = full.get(i);
      Compare.assertClose(tap.name(), expected.get(i).tensor(), tap.tensor(), TOLERANCE);
      StatsOracle.check(tap.tensor(), tap.stats(), tap.name());
      assertNull(stats.get(i).tensor());
      assertSame(tap.stats(), stats.get(i).stats(), tap.name());
    }
  }

  private static void assertSame(ChannelStats expected, ChannelStats actual, String what) {
    assertArrayEquals(expected.min(), actual.min(), what);
    assertArrayEquals(expected.max(), actual.max(), what);
    assertArrayEquals(expected.mean(), actual.mean(), what);
    assertArrayEquals(expected.std(), actual.std(), what);
    assertArrayEquals(expected.zeroShare(), actual.zeroShare(), what);
    assertArrayEquals(expected.nanCount(), actual.nanCount(), what);
  }

  private static List<TapFrame> run(
      String kind, Graph net, boolean fused, TapSet taps, Tensor input) {
    PlanOptions options = new PlanOptions(new Passes.Options(true, fused), KernelFamily.CPU);
    try (Device device = TestDevices.open(kind);
        Runner runner = new Runner(device, net, options)) {
      RunResult result = runner.run(Map.of("input", input), taps, Map.of(), Job.unwatched());
      assertEquals(taps.points().size(), result.taps().size());
      return result.taps();
    }
  }
}
