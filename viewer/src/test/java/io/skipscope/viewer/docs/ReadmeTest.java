package io.skipscope.viewer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the viewer's README says of keys and packages is so. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path PACKAGES = Path.of("src", "main", "java", "io", "skipscope", "viewer");

  /** Such as {@code Ctrl+Shift+G}. */
  private static final Pattern KEY =
      Pattern.compile(
          "\\b(Ctrl|Alt)(\\+(Alt|Shift))*\\+([A-Z]|\\d|Left|Right|Up|Down|Space)(?!\\w)");

  private static final Map<String, String> ARROWS =
      Map.of("Left", "\u2190", "Right", "\u2192", "Up", "\u2191", "Down", "\u2193");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  private static Set<String> found(Pattern pattern, int group, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String asShown(String key) {
    int last = key.lastIndexOf('+') + 1;
    String name = key.substring(last);
    return key.substring(0, last) + ARROWS.getOrDefault(name, name);
  }

  @Test
  void everyKeyIsOneOfACommand() throws IOException {
    Set<String> keys =
        Arrays.stream(Command.values()).map(KeyMap.USUAL::text).collect(Collectors.toSet());
    Set<String> unknown = found(KEY, 0, Files.readString(README));
    assertTrue(unknown.size() > 30, "found " + unknown);
    unknown.removeIf(key -> keys.contains(asShown(key)));
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyPackageIsInTheTable() throws IOException {
    Set<String> listed = found(ROW, 1, Files.readString(README));
    try (Stream<Path> folders = Files.list(PACKAGES)) {
      Set<String> packages =
          folders
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(packages, listed);
    }
  }
}
