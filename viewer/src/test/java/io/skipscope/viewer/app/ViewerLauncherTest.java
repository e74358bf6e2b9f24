package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ViewerLauncherTest {
  /** In a process of its own, for Java looks for the display only once. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDisplayThatDoesNotAnswerIsOneLine() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(java, "-cp", classPath, Main.class.getName(), "view");
    builder.environment().put("DISPLAY", ":9876");
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), text);
    assertEquals(1, text.lines().count(), text);
    assertTrue(text.startsWith("skipscope: view: found no display that can be used ("), text);
  }
}
