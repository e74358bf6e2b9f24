package io.skipscope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void replacesTheOldContentAndLeavesNothingElse() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "old");
    AtomicFile.write(target, out -> out.write("new".getBytes()));
    assertEquals("new", Files.readString(target));
    assertOnlyFile();
  }

  @Test
  void failureHalfWayKeepsTheOldContent() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "old");
    InputException failure =
        assertThrows(
            InputException.class,
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertEquals("old", Files.readString(target));
    assertOnlyFile();
    assertEquals(
        target
            + ": found that it cannot be written (No space left on device), expected a folder that"
            + " can be written to, with enough free space; nothing was changed",
        failure.getMessage());
  }

  @Test
  void makesMissingFolders() throws IOException {
    Path target = folder.resolve("b/c/d.txt");
    AtomicFile.write(target, out -> out.write('x'));
    assertEquals("x", Files.readString(target));
  }

  @Test
  void aFolderIsNotReplaced() {
    InputException failure =
        assertThrows(InputException.class, () -> AtomicFile.write(folder, out -> {}));
    assertTrue(failure.found().contains("a folder of that name"), failure.getMessage());
  }

  @Test
  void aFullDeviceIsReportedInItsOwnWords() {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "SKIPPED: there is no /dev/full here");
    InputException failure =
        assertThrows(
            InputException.class, () -> AtomicFile.write(full, out -> out.write(new byte[9])));
    assertTrue(failure.found().contains("No space left on device"), failure.getMessage());
  }

  private void assertOnlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
