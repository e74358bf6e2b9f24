package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.testing.Skips;
import io.skipscope.testing.TestDevices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand runs need no more of anything than those before them. */
@Tag("opencl")
@Tag("long")
class SoakTest {
  private static final long MOST_SECONDS = 300;

  /** What the memory of Java itself varies by; a run that loses 1.6 KiB shows. */
  private static final long GROWTH_KIB = 16_000;

  /** A heap that is resident from the start: what else grows is a leak. */
  private static final List<String> WHOLE_HEAP =
      List.of("-Xms192m", "-Xmx192m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

  /** What {@link Soak} prints. */
  private record Use(long open, long residentKib) {
    static Use of(String line) {
      String[] words = line.split(" ");
      return new Use(Long.parseLong(words[1]), Long.parseLong(words[3]));
    }
  }

  @TempDir Path folder;

  @Test
  void tenThousandRunsLeaveNothingBehind() throws IOException, InterruptedException {
    Skips.unless(Files.exists(Path.of("/proc/self/status")), "no resident size to read");
    List<Use> uses = uses(TestDevices.id(TestDevices.OPENCL));
    assertEquals(uses.get(0).open, uses.get(1).open);
    long grownKib = uses.get(1).residentKib - uses.get(0).residentKib;
    assertTrue(grownKib < GROWTH_KIB, "resident memory has grown by " + grownKib + " KiB");
  }

  private List<Use> uses(String deviceId) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process soak =
        new ProcessBuilder(command(deviceId))
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean ended = soak.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    soak.destroyForcibly();
    assertTrue(ended, "not done in " + MOST_SECONDS + " s");
    assertEquals(0, soak.exitValue());
    return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("open "))
        .map(Use::of)
        .toList();
  }

  private static List<String> command(String deviceId) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(WHOLE_HEAP);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Soak.class.getName()));
    command.add(deviceId);
    return command;
  }
}
