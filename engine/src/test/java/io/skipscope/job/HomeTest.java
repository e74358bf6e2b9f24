package io.skipscope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
  @Test
  void propertyIsStrongerThanTheEnvironment() {
    assertEquals(
        Path.of("a"), folder("Linux", Map.of("skipscope.home", "a", "SKIPSCOPE_HOME", "b")));
    assertEquals(Path.of("b"), folder("Linux", Map.of("SKIPSCOPE_HOME", "b")));
  }

  @Test
  void emptySettingCountsAsNone() {
    assertEquals(
        Path.of("/home/u/.config/skipscope"), folder("Linux", Map.of("SKIPSCOPE_HOME", " ")));
  }

  @Test
  void eachSystemHasItsUsualFolder() {
    assertEquals(Path.of("/x/skipscope"), folder("Linux", Map.of("XDG_CONFIG_HOME", "/x")));
    assertEquals(Path.of("/r/Skipscope"), folder("Windows 11", Map.of("APPDATA", "/r")));
    assertEquals(
        Path.of("/home/u/Library/Application Support/Skipscope"), folder("Mac OS X", Map.of()));
  }

  private static Path folder(String system, Map<String, String> settings) {
    Map<String, String> fixed = Map.of("os.name", system, "user.home", "/home/u");
    return Home.folder(name -> fixed.getOrDefault(name, settings.get(name)), settings::get);
  }
}
