package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.testing.TestDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void scheduleGivesItsKeysAsJson() throws IOException {
    CommandRun run = schedule("--device", "java", "--json");
    assertEquals(0, run.status(), run.err());
    JsonNode report = JSON.readTree(run.out());
    assertEquals(
        List.of(
            "model",
            "plan",
            "goal",
            "frames",
            "devices",
            "predictedMillis",
            "measuredMillis",
            "throughput",
            "bytesMoved",
            "parts",
            "candidates",
            "setAside"),
        keys(report));
    assertEquals(
        List.of("device", "blocks", "frames", "predictedMillis", "millis"),
        keys(report.get("parts").get(0)));
    assertEquals("single", report.get("plan").asText());
    assertEquals("stem - head", report.get("parts").get(0).get("blocks").asText());
  }

  @Test
  void aSplitOfOneDeviceIsRefusedWithOneLine() {
    CommandRun run = schedule("--device", "java", "--plan", "pipeline");
    assertEquals(1, run.status());
    assertTrue(run.lastErrorLine().contains("plan pipeline: found 1 device(s)"), run.err());
  }

  @Test
  @Tag("opencl")
  void aPipelineOfOpenClAndJavaIsTracedWithOneRowADevice() throws IOException {
    Path trace = folder.resolve("trace.json");
    String devices = TestDevices.id(TestDevices.OPENCL) + ",java";
    CommandRun run =
        schedule("--device", devices, "--plan", "pipeline", "--trace", trace.toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("plan pipeline for throughput, 3 frames"), run.out());
    JsonNode events = JSON.readTree(trace.toFile()).get("traceEvents");
    List<String> rows = new ArrayList<>();
    int works = 0;
    for (JsonNode event : events) {
      if (event.get("ph").asText().equals("M")) {
        rows.add(event.get("args").get("name").asText());
      } else {
        works++;
      }
    }
    assertEquals(2, rows.size(), rows.toString());
    assertTrue(rows.contains("device java"), rows.toString());
    assertEquals(2 * 3, works);
  }

  @Test
  void allPlansOfOneDeviceAreThatDeviceAlone() throws IOException {
    CommandRun run = schedule("--device", "java", "--plan", "all", "--seconds", "1", "--json");
    assertEquals(0, run.status(), run.err());
    JsonNode report = JSON.readTree(run.out());
    assertEquals(List.of("model", "goal", "frames", "rounds", "plans", "setAside"), keys(report));
    assertEquals(1, report.get("plans").size());
    JsonNode single = report.get("plans").get(0);
    assertEquals(
        List.of(
            "plan",
            "devices",
            "predictedMillis",
            "measuredMillis",
            "errorPercent",
            "throughput",
            "ratio"),
        keys(single));
    assertEquals("single", single.get("plan").asText());
    assertEquals(1.0, single.get("ratio").asDouble());
  }

  @Test
  @Tag("opencl")
  void allPlansOfTwoDevicesMakeOneTable() {
    String devices = TestDevices.id(TestDevices.OPENCL) + ",java";
    CommandRun run = schedule("--device", devices, "--plan", "all", "--seconds", "1");
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(
        lines.get(0).matches("plan +predicted ms +measured ms +error +frames/s +ratio +devices"),
        run.out());
    assertTrue(
        lines.get(1).matches("single( +[0-9.]+){2} +[-+][0-9]+% +[0-9.]+ +1\\.00 .*"), run.out());
    assertTrue(run.out().contains("\npipeline "), run.out());
  }

  @Test
  void secondsForASinglePlanAreRefusedWithOneLine() {
    CommandRun run = schedule("--device", "java", "--plan", "single", "--seconds", "1");
    assertEquals(1, run.status());
    assertTrue(run.lastErrorLine().contains("--seconds: found a single plan"), run.err());
  }

  @Test
  void aTraceOfAllPlansIsRefusedWithOneLine() {
    Path trace = folder.resolve("all.json");
    CommandRun run = schedule("--device", "java", "--plan", "all", "--trace", trace.toString());
    assertEquals(1, run.status());
    assertTrue(run.lastErrorLine().contains("--trace: found --plan all"), run.err());
    assertFalse(Files.exists(trace));
  }

  private static CommandRun schedule(String... more) {
    List<String> args = new ArrayList<>(List.of("schedule", "resnet20", "--frames", "3"));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
