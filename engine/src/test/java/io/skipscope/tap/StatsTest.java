package io.skipscope.tap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.op.RandomSource;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StatsTest {
  private static final int CASES = 100;
  private static final List<Shape> RARE_SHAPES =
      List.of(
          Shape.of(),
          Shape.of(1),
          Shape.of(700),
          Shape.of(3, 1000),
          Shape.of(2, 5, 9),
          Shape.of(1, 3, 256, 1),
          Shape.of(1, 2, 257, 1),
          Shape.of(5, 2, 40, 41),
          Shape.of(2, 3, 4, 5, 6));

  @Test
  void javaLoopsMatchDoublePrecision() {
    try (Device java = new JavaDevice()) {
      for (long seed = 0; seed < CASES; seed++) {
        Tensor x = random(seed);
        StatsOracle.check(x, StatsRunner.run(java, x, List.of(host(x))), "java, seed " + seed);
      }
    }
  }

  @Test
  @Tag("opencl")
  void kernelsMatchDoublePrecision() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (long seed = 0; seed < CASES; seed++) {
        Tensor x = random(seed);
        StatsOracle.check(x, StatsRunner.run(device, x, kernels(x)), "kernels, seed " + seed);
      }
    }
  }

  @Test
  @Tag("opencl")
  void rowRangesAndWorkGroupsDoNotChangeABit() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (long seed = 0; seed < CASES; seed += 10) {
        Tensor x = random(seed);
        float[] whole = StatsRunner.run(device, x, kernels(x));
        assertArrayEquals(whole, StatsRunner.run(device, x, halves(x)));
        assertArrayEquals(whole, StatsRunner.run(device, x, oddGroups(x)));
      }
    }
  }

  @Test
  void channelOfNaNAloneHasNoMean() {
    Tensor x = new Tensor(Shape.of(2, 2), new float[] {Float.NaN, 3, Float.NaN, 0});
    try (Device java = new JavaDevice()) {
      float[] table = StatsRunner.run(java, x, List.of(host(x)));
      ChannelStats stats =
          ChannelStats.decode(FloatBuffer.wrap(table), StatsRunner.FIRST_CHANNEL, 2);
      assertArrayEquals(new float[] {Float.NaN, 0}, stats.min());
      assertArrayEquals(new float[] {Float.NaN, 3}, stats.max());
      assertArrayEquals(new float[] {Float.NaN, 1.5f}, stats.mean());
      assertArrayEquals(new float[] {Float.NaN, 1.5f}, stats.std());
      assertArrayEquals(new float[] {0, 0.5f}, stats.zeroShare());
      assertArrayEquals(new int[] {2, 0}, stats.nanCount());
    }
  }

  @Test
  @Tag("opencl")
  void kernelsOnBlocksMatchDoublePrecisionAndCopyTheValue() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (long seed = 0; seed < CASES; seed++) {
        Tensor x = random(seed);
        if (x.shape().rank() == 4) {
          StatsRunner.Result copied = blocked(device, x, "x.copy");
          StatsOracle.check(x, copied.table(), "blocks, seed " + seed);
          assertArrayEquals(x.data(), copied.copy(), "seed " + seed);
          assertArrayEquals(copied.table(), blocked(device, x, null).table(), "seed " + seed);
        }
      }
    }
  }

  private static StatsRunner.Result blocked(Device device, Tensor x, String copy) {
    KernelLaunch launch = StatsLaunches.ofBlocked("x", x.shape(), StatsRunner.FIRST_CHANNEL, copy);
    int rows = Math.toIntExact(launch.range().rows());
    List<KernelLaunch> halves = List.of(launch.rows(rows / 2, rows), launch.rows(0, rows / 2));
    return StatsRunner.run(device, x, Layout.NCHWC8, halves);
  }

  @Test
  void tableHoldsTheChannelsOfEachValueThatIsTapped() {
    Graph net = Passes.prepare(Zoo.build("resnet20", 1));
    StatsTable table =
        StatsTable.of(net, TapSet.named(net, List.of("layer2.0", "layer1.2.output")));
    assertEquals(16, table.firstChannel(net.blocks().get(3).residual()));
    assertEquals(16 + 4 * 32, table.channels(), "the block's input is the output before it");
    assertEquals(4 * 6 * table.channels(), table.sizeBytes());
  }

  @Test
  void scratchIsSmallBesideTheValue() {
    Shape shape = Shape.of(1, 64, 112, 112);
    assertTrue(StatsLaunches.scratchSizeBytes(shape) < shape.elementCount() * 4L / 20);
  }

  private static Launch host(Tensor x) {
    return new HostLaunch("x", HostStats.task("x", x.shape(), StatsRunner.FIRST_CHANNEL));
  }

  private static List<KernelLaunch> kernels(Tensor x) {
    return StatsLaunches.ofPlain("x", x.shape(), StatsRunner.FIRST_CHANNEL, "scratch");
  }

  private static List<KernelLaunch> halves(Tensor x) {
    return kernels(x).stream()
        .flatMap(
            launch -> {
              int rows = Math.toIntExact(launch.range().rows());
              return Stream.of(launch.rows(rows / 2, rows), launch.rows(0, rows / 2));
            })
        .toList();
  }

  private static List<KernelLaunch> oddGroups(Tensor x) {
    return kernels(x).stream()
        .map(
            launch -> {
              NdRange all = launch.range();
              WorkGroup group = new WorkGroup(3, 7, 1);
              NdRange range = new NdRange(all.columns(), all.rows(), all.outer(), group);
              return new KernelLaunch(launch.node(), launch.kernel(), range, launch.args());
            })
        .toList();
  }

  /** Maps with zeros, some far from 0 beside their spread, some with NaN. */
  private static Tensor random(long seed) {
    RandomSource random = new RandomSource(seed);
    Shape shape =
        random.chance(0.2)
            ? random.pick(RARE_SHAPES)
            : Shape.of(
                random.between(1, 5),
                random.between(1, 20),
                random.between(1, 30),
                random.between(1, 30));
    float shift = random.chance(0.3) ? 100 : 0;
    Tensor x = random.tensor(shape, shift - 2, shift + 2);
    boolean hasNaN = random.chance(0.3);
    for (int i = 0; i < x.data().length; i++) {
      if (random.chance(0.1)) {
        x.data()[i] = hasNaN && random.chance(0.5) ? Float.NaN : 0;
      }
    }
    return x;
  }
}
