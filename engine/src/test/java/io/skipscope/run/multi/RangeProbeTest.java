package io.skipscope.run.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.CopyCost;
import io.skipscope.schedule.FrameCost;
import io.skipscope.testing.Towers;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RangeProbeTest {
  private static final Chain CHAIN = Chain.of(Streams.net("resnet20", 16));
  private static final CopyCost PLAIN = new CopyCost(0.01, 1);
  private static final long SMALL_BYTES = 4096;
  private static final long LARGE_BYTES = 16384;

  private final RangeProbe probe = RangeProbe.of(CHAIN, Job.unwatched()).orElseThrow();
  private DeviceWorker worker;

  @BeforeEach
  void load() {
    worker = DeviceWorker.open("a", id -> new JavaDevice(1), info -> PlanOptions.DEFAULT);
    worker.load(probe.workloads(), Job.unwatched());
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void segmentsBehindTheExtremesAndOneOnHalfOfItsRowsAreLoaded() {
    List<Workload> workloads = probe.workloads();
    assertEquals(SMALL_BYTES, bytes(workloads.get(0)));
    assertEquals(LARGE_BYTES, bytes(workloads.get(1)));
    Workload rows = workloads.get(2);
    int all = rows.graph().shape(rows.graph().inputs().get(0)).height();
    assertEquals(all / 2, rows.input().height());
  }

  @Test
  void withoutBordersTheFirstNodesOfBranchesAreLoaded() {
    Chain towers = Chain.of(Towers.of("Concat", 2, 2, 8, 8));
    List<Workload> workloads = RangeProbe.of(towers, Job.unwatched()).orElseThrow().workloads();
    assertEquals(
        List.of(List.of("tower0.0"), List.of("tower0.0")),
        workloads.stream().map(Workload::nodes).toList());
  }

  private static long bytes(Workload workload) {
    return (long) workload.input().elementCount() * Float.BYTES;
  }

  @Test
  void whatNodesDoNotExplainIsTheEntry() {
    CopyCost upload = upload(1e-9);
    assertTrue(upload.millis(SMALL_BYTES) > PLAIN.millis(SMALL_BYTES), upload.toString());
    assertTrue(upload.millis(LARGE_BYTES) > PLAIN.millis(LARGE_BYTES), upload.toString());
    assertEquals(1, fixedShare(1e-9));
  }

  @Test
  void anEntryTakesAPlainCopyAtLeast() {
    CopyCost upload = upload(1e9);
    assertEquals(PLAIN.millis(SMALL_BYTES), upload.millis(SMALL_BYTES), 1e-6);
    assertEquals(PLAIN.millis(LARGE_BYTES), upload.millis(LARGE_BYTES), 1e-6);
    assertEquals(0, fixedShare(1e9));
  }

  private CopyCost upload(double frameMillis) {
    return worker.call(() -> probe.upload(worker, frame(frameMillis), PLAIN, PLAIN));
  }

  private double fixedShare(double frameMillis) {
    return worker.call(() -> probe.fixedShare(worker, frame(frameMillis), PLAIN, PLAIN));
  }

  private static FrameCost frame(double millis) {
    List<String> nodes = CHAIN.nodes(0, CHAIN.size());
    return new FrameCost(
        millis, nodes.stream().collect(Collectors.toMap(n -> n, n -> 1.0 / nodes.size())));
  }
}
