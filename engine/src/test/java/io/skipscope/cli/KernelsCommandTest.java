package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsCommandTest {
  private static final String FIRST_LINE = "// options: -cl-std=CL1\\.2( -D[A-Z0-9_]+(=[^ ]+)?)*";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "cpu"})
  void programsAreCompleteAndDistinct(String profile) throws IOException {
    JsonNode programs = dump("resnet20", profile).get("programs");
    Set<String> contents = new HashSet<>();
    for (JsonNode program : programs) {
      String text = Files.readString(folder.resolve(program.get("file").asText()));
      List<String> lines = text.lines().toList();
      assertTrue(lines.get(0).matches(FIRST_LINE), lines.get(0));
      assertEquals("// options: " + program.get("options").asText(), lines.get(0));
      assertTrue(text.contains("__kernel "));
      assertFalse(text.contains("#include"), "includes are in place");
      assertTrue(contents.add(text), "written twice: " + program);
    }
    assertEquals(programs.size(), files().size());
    assertTrue(programs.size() > 3);
  }

  @Test
  void programsForHalfStoreHalf() throws IOException {
    for (JsonNode program : dump("resnet20", "gpu", "--precision", "half").get("programs")) {
      assertTrue(program.get("options").asText().contains(" -DSTORAGE_HALF"), program.toString());
    }
  }

  @Test
  void aSecondDumpLeavesNothingOfTheFirst() throws IOException {
    Files.writeString(folder.resolve("mine.cl"), "// by hand\n");
    dump("resnet20", "gpu");
    Files.writeString(folder.resolve("gone.7.cl"), "// options: -cl-std=CL1.2\n");
    int count = dump("resnet20", "gpu").get("programs").size();
    assertEquals(count + 1, files().size());
    assertTrue(files().contains("mine.cl"));
  }

  @Test
  void aFolderIsNeeded() {
    assertEquals(2, CommandRun.of("kernels").status());
  }

  private JsonNode dump(String model, String profile, String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("kernels", "--dump", folder.toString(), "--json"));
    line.addAll(List.of("--model", model, "--profile", profile));
    line.addAll(List.of(more));
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    assertEquals(0, run.status(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new HashSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }
}
