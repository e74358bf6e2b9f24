package io.skipscope.samples.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.measure.Bench;
import io.skipscope.measure.BenchReport;
import io.skipscope.measure.Peer;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.tap.TapSet;
import io.skipscope.zoo.Zoo;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxRuntimePeerTest {
  @Test
  void itIsRegisteredAndAgreesWithTheJavaDevice() {
    List<Peer> peers = Peer.all();
    Graph net = Passes.prepare(Zoo.build("resnet20", 1));
    Bench.Settings settings =
        new Bench.Settings(2, 2, TapSet.NONE, PlanOptions.DEFAULT, peers, List.of());
    try (Device device = DeviceCatalog.discover().open(DeviceCatalog.JAVA)) {
      BenchReport report = Bench.run("resnet20", net, device, settings, Job.unwatched());
      BenchReport.PeerResult result = report.peers().get(0);
      assertEquals("ONNX Runtime", result.name());
      assertTrue(result.worstError() < 1e-4, "" + result);
      assertTrue(result.ratio() > 0, "" + result);
    }
  }
}
