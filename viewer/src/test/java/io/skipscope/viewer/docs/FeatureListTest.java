package io.skipscope.viewer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of features names tests that there are. */
class FeatureListTest {
  private static final Path LIST = Path.of("docs", "features.md");
  private static final List<Path> SOURCES =
      List.of(Path.of("src", "test", "java"), Path.of("..", "engine", "src", "test", "java"));
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final Pattern COMMAND = Pattern.compile("`\\./skipscope [^`]+`|\\]\\([\\w.-]+\\)");

  private static Map<String, String> tests() {
    Map<String, String> tests = new HashMap<>();
    for (Path folder : SOURCES) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(file -> tests.merge(name(file), read(file), String::concat));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return tests;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean exists(MatchResult named, Map<String, String> tests) {
    String source = tests.get(named.group(1));
    return source != null
        && (named.group(2) == null || source.contains("void " + named.group(2) + "("));
  }

  @Test
  void everyNamedTestExists() {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    List<MatchResult> named = NAMED.matcher(read(LIST)).results().toList();
    for (MatchResult test : named) {
      if (!exists(test, tests)) {
        missing.add(test.group());
      }
    }
    assertTrue(named.size() > 40, "found " + named.size() + " names only");
    assertEquals(List.of(), missing);
  }

  @Test
  void everyFeatureThatThereIsNamesATestOrACommand() {
    List<String> rows = read(LIST).lines().filter(row -> row.contains("| yes |")).toList();
    List<String> bare =
        rows.stream()
            .filter(row -> !NAMED.matcher(row).find() && !COMMAND.matcher(row).find())
            .toList();
    assertTrue(rows.size() > 20, "found " + rows.size() + " rows only");
    assertEquals(List.of(), bare);
  }
}
