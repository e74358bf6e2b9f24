package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.testing.Skips;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rows of {@code bad-input.txt}: a command, then its exit status and the one line that it
 * prints. {@code DIR/} stands for a folder that {@link BadFiles} fills, {@code THREADS} for the
 * number of processors.
 */
class BadInputTest {
  private static final int LEAST_ROWS = 40;

  @TempDir static Path folder;
  private static Map<String, Integer> filesBefore;

  private record Row(String command, int status, String line) {}

  @BeforeAll
  static void makeFiles() throws IOException {
    BadFiles.makeIn(folder);
    filesBefore = contents();
  }

  @Test
  void thereAreManyRows() throws IOException {
    assertTrue(rows().size() >= LEAST_ROWS, rows().size() + " rows");
  }

  @TestFactory
  Collection<DynamicTest> everyBadInputGivesItsLine() throws IOException {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.command(), () -> check(row)))
        .toList();
  }

  @AfterAll
  static void noFileWasMadeOrChanged() throws IOException {
    assertEquals(filesBefore, contents());
  }

  private static void check(Row row) throws IOException {
    Skips.unless(
        !row.command().contains("/full") || Files.exists(BadFiles.FULL_DISK),
        "no /dev/full on this system");
    List<String> args = new ArrayList<>();
    Arrays.stream(row.command().split(" ")).map(BadInputTest::inFolder).forEach(args::add);
    args.add("--json");
    CommandRun run = CommandRun.of(args.toArray(String[]::new));
    String line = inFolder(row.line());
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertAll(
        () -> assertEquals("skipscope: " + line, run.lastErrorLine()),
        () -> assertEquals(row.status(), run.status()),
        () -> assertFalse(run.err().contains("\tat "), run.err()),
        () -> assertEquals(line, report.path("error").asText()),
        () -> assertFalse(report.path("where").asText().isEmpty()),
        () -> assertFalse(report.path("found").asText().isEmpty()),
        () -> assertFalse(report.path("expected").asText().isEmpty()));
  }

  private static String inFolder(String text) {
    String threads = String.valueOf(Runtime.getRuntime().availableProcessors());
    return text.replace("DIR/", folder + "/").replace("THREADS", threads);
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = BadInputTest.class.getResourceAsStream("bad-input.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      for (int i = 0; i < lines.size(); i += 2) {
        String[] outcome = lines.get(i + 1).strip().split(" ", 2);
        rows.add(new Row(lines.get(i).strip(), Integer.parseInt(outcome[0]), outcome[1]));
      }
    }
    return rows;
  }

  /** A hash of every file's content. */
  private static Map<String, Integer> contents() throws IOException {
    Map<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }
}
