package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  @Test
  void benchGivesItsKeysAsJson() throws IOException {
    CommandRun run =
        CommandRun.of(
            "bench", "resnet20", "--device", "java", "--runs", "2", "--batch", "2", "--json");
    assertEquals(0, run.status(), run.err());
    JsonNode bench = new ObjectMapper().readTree(run.out());
    List<String> keys =
        List.of(
            "model",
            "device",
            "batch",
            "runs",
            "threads",
            "minMillis",
            "medianMillis",
            "p95Millis",
            "compiledKernels",
            "kernelChoice",
            "peakDeviceBytes",
            "packedWeightBytes",
            "liveActivationBytes",
            "peakGflops",
            "copyGbps",
            "nodes",
            "untapped",
            "peers",
            "workloads",
            "fallbacks");
    assertEquals(keys, keys(bench));
    assertEquals(
        List.of("name", "op", "kernel", "millis", "gflops", "peakShare", "gbps", "copyShare"),
        keys(bench.get("nodes").get(0)));
    assertEquals(2, bench.get("batch").asInt());
    assertEquals("java", bench.get("device").asText());
  }

  @Test
  void benchPrintsNodesAndLatency() {
    CommandRun run = CommandRun.of("bench", "resnet20", "--device", "java", "--runs", "2");
    assertTrue(run.out().contains("layer1.0"), run.out());
    assertTrue(run.out().contains("latency  min "), run.out());
  }

  @Test
  void otherBatchesAndSizesArePrinted() {
    CommandRun run =
        CommandRun.of(
            "bench",
            "resnet20",
            "--device",
            "java",
            "--runs",
            "1",
            "--batches",
            "2",
            "--sizes",
            "40x24");
    assertTrue(run.out().contains("2x32x32  median "), run.err() + run.out());
    assertTrue(run.out().contains("1x40x24  median "), run.out());
  }

  @Test
  void withoutPeersOnTheClassPathBenchSaysWhatToDo() {
    CommandRun run = CommandRun.of("bench", "resnet20", "--device", "java", "--peers");
    assertEquals(1, run.status());
    assertTrue(run.lastErrorLine().contains("./skipscope"), run.err());
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
