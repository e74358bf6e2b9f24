package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.image.Npy;
import io.skipscope.image.PngWriter;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command on the plain Java device, in text and as JSON. */
class CommandsTest {
  @TempDir Path folder;

  @BeforeEach
  void makeInputs() {
    int[] red = new int[64 * 48];
    Arrays.fill(red, 0xFFFF0000);
    PngWriter.write(folder.resolve("red.png"), red, 64, 48);
    Npy.write(folder.resolve("zeros.npy"), Tensor.zeros(Shape.of(2, 3, 32, 32)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "view", "devices", "info", "run", "eval", "units", "verify", "bench", "kernels",
        "export"
      })
  void everyCommandHasHelp(String command) {
    String[] args = (command + " --help").strip().split(" ");
    CommandRun run = CommandRun.of(args);
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith(("Usage: skipscope " + command).strip()), run.out());
  }

  @Test
  void versionIsPrinted() {
    assertTrue(CommandRun.of("--version").out().startsWith("skipscope "));
  }

  @Test
  void runGivesItsKeysAsJson() throws IOException {
    JsonNode run = json("run", "resnet20", "--device", "java", "--image", file("red.png"));
    assertEquals(List.of("model", "device", "shape", "millis", "top", "files", "taps"), keys(run));
    assertEquals("java", run.get("device").asText());
    assertEquals("[1,3,32,32]", run.get("shape").toString());
    assertEquals(5, run.get("top").size());
    assertEquals(List.of("index", "label", "probability"), keys(run.get("top").get(0)));
  }

  @Test
  void runWritesTapsAndOutput() throws IOException {
    JsonNode run = json(runOfZeros("--taps", "layer1.0", "--out", file("taps")));
    assertEquals(
        Set.of(
            "layer1.0.input.npy",
            "layer1.0.residual.npy",
            "layer1.0.shortcut.npy",
            "layer1.0.sum.npy",
            "layer1.0.output.npy",
            "output.npy"),
        names(folder.resolve("taps")));
    assertEquals(Shape.of(2, 10), Npy.read(folder.resolve("taps/output.npy")).shape());
    assertEquals(
        List.of("name", "shape", "min", "max", "mean", "std", "zeroShare"),
        keys(run.get("taps").get(0)));
  }

  @Test
  void wordsForSeveralTapsAreNoNames() {
    CommandRun run = CommandRun.of(runOfZeros("--taps", "none,layer1.0"));
    assertEquals(1, run.status());
    assertTrue(run.lastErrorLine().startsWith("skipscope: tap none: found no such value"));
  }

  @Test
  void aRepeatedRunGivesTapsOnce() throws IOException {
    JsonNode run = json(runOfZeros("--taps", "layer1.0", "--repeat", "3"));
    assertEquals(5, run.get("taps").size());
    assertTrue(run.get("millis").asDouble() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void tapsAreWrittenAsPictures(String format) throws IOException {
    String[] args =
        runOfZeros("--taps", "layer1.0.sum,linear", "--format", format, "--out", file(format));
    CommandRun run = CommandRun.of(args);
    assertEquals(0, run.status(), run.err());
    assertEquals(
        Set.of("layer1.0.sum." + format, "linear." + format, "output.npy"),
        names(folder.resolve(format)));
  }

  @Test
  void infoCountsAsThePaperDoes() throws IOException {
    JsonNode info = json("info", "resnet20");
    assertEquals(269_722, info.get("parameters").asLong());
    assertEquals(81, info.get("receptiveField").asInt());
    assertEquals(
        List.of("name", "kind", "shortcut", "input", "output", "parameters", "convWeights", "macs"),
        keys(info.get("blocks").get(0)));
    assertTrue(CommandRun.of("info", "resnet20").out().contains("40,551,040"));
  }

  @Test
  void anExportedNetworkComputesTheSame() throws IOException {
    for (String file : List.of("net.onnx", "net.safetensors")) {
      assertEquals(0, CommandRun.of("export", "resnet20", "--out", file(file)).status());
    }
    JsonNode original = probabilities("resnet20");
    assertAll(
        () -> assertEquals(original, probabilities(file("net.onnx"))),
        () -> assertEquals(original, probabilities(file("net.safetensors"))));
  }

  @Test
  void evalGivesShares() throws IOException {
    List<String> classes = IntStream.range(0, 10).mapToObj(i -> "class" + i).toList();
    for (String name : classes) {
      Path target = folder.resolve("data").resolve(name).resolve("1.png");
      Files.createDirectories(target.getParent());
      Files.copy(folder.resolve("red.png"), target);
    }
    JsonNode eval = json("eval", "resnet20", "--device", "java", "--data", file("data"));
    assertEquals("{\"count\":10,\"top1\":0.1,\"top5\":0.5}", eval.toString());
  }

  @Test
  void unitsTellsOfBlocksThenOfChannelsThenOfPatches() throws IOException {
    String[] units = {"units", "resnet20", "--device", "java", "--data", folder.toString()};
    JsonNode blocks = json(units);
    assertEquals(List.of("pictures", "skipped", "values"), keys(blocks));
    assertEquals(9, blocks.get("values").size());
    JsonNode channels = json(and(units, "--value", "layer1.0.output"));
    assertEquals(16, channels.get("values").get(0).get("channels").size());
    JsonNode patches =
        json(and(units, "--value", "layer1.0.output", "--channel", "2", "--out", file("cut")));
    assertEquals(1, patches.get(0).get("patches").size());
    assertEquals(Set.of("layer1.0.output.2.1.png"), names(folder.resolve("cut")));
    CommandRun tooHigh = CommandRun.of(and(units, "--value", "layer1.0.output", "--channel", "16"));
    assertTrue(tooHigh.lastErrorLine().contains("expected a number from 0 to 15"), tooHigh.err());
    assertTrue(
        CommandRun.of(and(units, "--channel", "2")).lastErrorLine().contains("found no --value"));
  }

  @Test
  void unitsPrintsTables() {
    CommandRun overview =
        CommandRun.of("units", "resnet20", "--device", "java", "--data", folder.toString());
    assertEquals(0, overview.status(), overview.err());
    assertTrue(overview.out().contains("layer3.2.output"), overview.out());
    assertTrue(overview.out().contains("1 pictures; pairs of |r| >= 0.9"), overview.out());
  }

  @Test
  void unitsSkipsAndNamesDamagedPictures() throws IOException {
    for (int i = 0; i < 12; i++) {
      Files.writeString(folder.resolve("damaged" + i + ".png"), "no picture");
    }
    CommandRun run =
        CommandRun.of("units", "resnet20", "--device", "java", "--data", folder.toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("1 pictures (12 skipped)"), run.out());
    assertTrue(run.err().contains("skipped " + folder + ", damaged0.png"), run.err());
    assertTrue(run.err().contains("skipped 2 more"), run.err());
  }

  private static String[] and(String[] args, String... more) {
    return Stream.of(args, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void devicesListsTheJavaDeviceLast() throws IOException {
    JsonNode devices = json("devices");
    JsonNode last = devices.get(devices.size() - 1);
    assertEquals("java", last.get("id").asText());
    assertTrue(last.get("peakGflops").asDouble() > 0);
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void verifyOfAllDevicesLeavesOutTheOneThatItComparesWith() throws IOException {
    TestDevices.open(TestDevices.OPENCL).close();
    JsonNode verified = json("verify", "--device", "all", "--family", "gpu");
    assertFalse(verified.get("device").asText().contains("java"), verified.toString());
    assertTrue(verified.get("passed").asInt() > 0);
    int cases = 0;
    for (JsonNode counts : verified.get("devices")) {
      assertTrue(counts.get("operators").asInt() > 1, counts.toString());
      assertTrue(counts.get("kernels").asInt() >= counts.get("operators").asInt(), "" + counts);
      assertEquals(counts.get("cases"), counts.get("passed"));
      cases += counts.get("cases").asInt();
    }
    assertEquals(cases, verified.get("cases").asInt());
  }

  @Test
  void anUnknownDeviceIsAnsweredWithThoseThereAre() {
    CommandRun run =
        CommandRun.of("run", "resnet20", "--device", "99.0", "--input", file("zeros.npy"));
    assertEquals(1, run.status());
    assertTrue(
        run.lastErrorLine()
            .startsWith("skipscope: device 99.0: found no such device, expected one of "),
        run.err());
  }

  private JsonNode probabilities(String model) throws IOException {
    return json("run", model, "--device", "java", "--image", file("red.png")).get("top");
  }

  private String[] runOfZeros(String... options) {
    String[] run = {"run", "resnet20", "--device", "java", "--input", file("zeros.npy")};
    return Stream.of(run, options).flatMap(Stream::of).toArray(String[]::new);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static JsonNode json(String... args) throws IOException {
    CommandRun run =
        CommandRun.of(Stream.concat(Stream.of(args), Stream.of("--json")).toArray(String[]::new));
    assertEquals(0, run.status(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
