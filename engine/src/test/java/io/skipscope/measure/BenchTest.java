package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import io.skipscope.testing.TestFamily;
import io.skipscope.zoo.Zoo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final int RUNS = 3;
  private static final Graph NET = Passes.prepare(Zoo.build("resnet20", 1));

  /** Gives one number, always the same, and remembers what it was asked. */
  private static final class ConstantPeer implements Peer {
    private final List<String> calls = new ArrayList<>();
    private Path model;
    private int threads;

    @Override
    public String name() {
      return "constant";
    }

    @Override
    public Session open(Path file, Shape input, int threadCount) {
      model = file;
      threads = threadCount;
      calls.add("open " + input + (Files.exists(file) ? " of a file" : ""));
      return new Session() {
        @Override
        public Map<String, Tensor> run(Tensor tensor) {
          calls.add("run");
          Tensor output = Tensor.zeros(Shape.of(input.batch(), 10));
          output.data()[0] = 1e6f;
          return Map.of(NET.outputs().get(0), output);
        }

        @Override
        public void close() {
          calls.add("close");
        }
      };
    }
  }

  @Test
  void nodesMakeUpTheTimeAndTheWork() {
    BenchReport report = bench(TestDevices.JAVA, 1, TapSet.NONE, List.of());
    double nodeMillis = report.nodes().stream().mapToDouble(BenchReport.NodeSpeed::millis).sum();
    double gflop =
        report.nodes().stream().mapToDouble(node -> node.gflops() * node.millis() / 1e3).sum();
    assertAll(
        () -> assertTrue(report.minMillis() <= report.medianMillis()),
        () -> assertTrue(report.medianMillis() <= report.p95Millis()),
        () -> assertTrue(nodeMillis > 0 && nodeMillis <= 1.5 * report.p95Millis(), "" + nodeMillis),
        () -> assertEquals(2 * ModelInfo.of(NET).macs() / 1e9, gflop, 0.05 * gflop),
        () -> assertTrue(report.peakGflops() > 0 && report.copyGbps() > 0),
        () -> assertEquals(0, report.compiledKernels(), "the Java device compiles none"));
  }

  @Test
  void memoryHoldsTheWeightsAndTheLargestLiveSet() {
    BenchReport report = bench(TestDevices.JAVA, 2, TapSet.NONE, List.of());
    long storedBytes =
        NET.stored().values().stream().mapToLong(tensor -> 4L * tensor.data().length).sum();
    long stemBytes = 2L * 16 * 32 * 32 * Float.BYTES;
    assertAll(
        () -> assertTrue(report.packedWeightBytes() <= storedBytes, "batch norms are folded"),
        () -> assertTrue(report.packedWeightBytes() > 0.9 * storedBytes),
        () -> assertTrue(report.liveActivationBytes() >= 2 * stemBytes),
        () ->
            assertTrue(
                report.peakDeviceBytes()
                    >= report.packedWeightBytes() + report.liveActivationBytes()));
  }

  @Test
  void statisticsAreNodesOfTheirOwn() {
    TapSet stats = TapSet.blocks(NET).statsOnly();
    BenchReport report = bench(TestDevices.JAVA, 1, stats, List.of());
    assertTrue(report.nodes().stream().anyMatch(node -> node.op().equals("Statistics")));
  }

  @Test
  void tapsAreComparedWithRunsWithoutThem() {
    BenchReport tapped = bench(TestDevices.JAVA, 1, TapSet.blocks(NET), List.of());
    assertTrue(tapped.untapped().medianMillis() > 0);
    assertEquals(
        tapped.medianMillis() / tapped.untapped().medianMillis(), tapped.untapped().ratio());
    assertNull(bench(TestDevices.JAVA, 1, TapSet.NONE, List.of()).untapped());
  }

  @Test
  void aPeerRunsTheSameNetworkInTurnAndIsCompared() {
    ConstantPeer peer = new ConstantPeer();
    BenchReport report = bench(TestDevices.JAVA, 2, TapSet.NONE, List.of(peer));
    BenchReport.PeerResult result = report.peers().get(0);
    assertAll(
        () -> assertEquals("open 2x3x32x32 of a file", peer.calls.get(0)),
        () -> assertEquals("close", peer.calls.get(peer.calls.size() - 1)),
        () -> assertTrue(peer.calls.size() >= RUNS + 2, "" + peer.calls),
        () -> assertEquals(report.threads(), peer.threads),
        () -> assertTrue(Files.notExists(peer.model)),
        () -> assertEquals("constant", result.name()),
        () -> assertEquals(result.medianMillis() / report.medianMillis(), result.ratio()),
        () -> assertEquals(1, result.worstError(), 1e-3));
  }

  @Test
  void otherBatchesAndSizesAreComparedByTheirPixels() {
    List<Workload> others = List.of(new Workload(3, 32, 32), new Workload(2, 64, 16));
    Bench.Settings settings =
        new Bench.Settings(2, RUNS, TapSet.NONE, TestFamily.options(), List.of(), others);
    BenchReport report = bench(TestDevices.JAVA, settings);
    BenchReport.WorkloadResult larger = report.workloads().get(0);
    BenchReport.WorkloadResult wider = report.workloads().get(1);
    assertAll(
        () -> assertEquals(3, larger.batch()),
        () ->
            assertEquals(
                larger.medianMillis() / 3 / (report.medianMillis() / 2), larger.ratio(), 1e-9),
        () -> assertEquals(64, wider.height()),
        () -> assertEquals(wider.medianMillis() / report.medianMillis(), wider.ratio(), 1e-9));
  }

  @Test
  @Tag("opencl")
  void kernelsAreCountedOnceForEachSetOfOptions() {
    BenchReport report = bench(TestDevices.OPENCL, 1, TapSet.blocks(NET), List.of());
    long distinctNames =
        report.nodes().stream().map(BenchReport.NodeSpeed::kernel).distinct().count();
    assertTrue(report.compiledKernels() >= distinctNames);
    assertTrue(report.compiledKernels() < report.nodes().size());
  }

  private static BenchReport bench(String kind, int batch, TapSet taps, List<Peer> peers) {
    return bench(
        kind, new Bench.Settings(batch, RUNS, taps, TestFamily.options(), peers, List.of()));
  }

  private static BenchReport bench(String kind, Bench.Settings settings) {
    try (Device device = TestDevices.open(kind)) {
      return Bench.run("resnet20", NET, device, settings, Job.unwatched());
    }
  }
}
