package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramStoreTest {
  private static final byte[] BINARY = {1, 2, 3, 4, 5};

  @TempDir Path folder;

  @Test
  void binaryIsReadByTheNextStart() {
    ProgramStore store = new ProgramStore(folder.resolve("programs"));
    Path file = file(store, "1.0", "-DA=1", "kernel");
    assertTrue(store.read(file).isEmpty());
    store.write(file, BINARY);
    assertArrayEquals(BINARY, new ProgramStore(folder.resolve("programs")).read(file).get());
    assertEquals(List.of(), store.problems());
  }

  @Test
  void driverOptionsAndSourceEachMakeAnotherFile() {
    ProgramStore store = new ProgramStore(folder);
    Set<Path> files =
        Set.of(
            file(store, "1.0", "-DA=1", "kernel"),
            file(store, "1.1", "-DA=1", "kernel"),
            file(store, "1.0", "-DA=2", "kernel"),
            file(store, "1.0", "-DA=1", "kernel2"));
    assertEquals(4, files.size());
    assertTrue(files.contains(file(new ProgramStore(folder), "1.0", "-DA=1", "kernel")));
  }

  @Test
  void corruptFileIsIgnoredWithOneLineEach() throws IOException {
    ProgramStore store = new ProgramStore(folder);
    Path file = file(store, "1.0", "", "kernel");
    store.write(file, BINARY);
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[whole.length - 1] ^= 1;
    List<byte[]> corrupt =
        List.of(new byte[0], Arrays.copyOf(whole, 10), Arrays.copyOf(whole, 33), changed);
    for (byte[] content : corrupt) {
      Files.write(file, content);
      assertEquals(Optional.empty(), store.read(file));
    }
    assertEquals(corrupt.size(), store.problems().size());
    String line = store.problems().get(0);
    assertTrue(line.startsWith(file + ": ignored, "), line);
    assertFalse(line.contains("\n"), line);
  }

  @Test
  void folderThatCannotBeWrittenIsNamedOnce() throws IOException {
    Path occupied = Files.writeString(folder.resolve("programs"), "a file");
    ProgramStore store = new ProgramStore(occupied);
    Path file = file(store, "1.0", "", "kernel");
    store.write(file, BINARY);
    store.write(file, BINARY);
    assertEquals(1, store.problems().size(), store.problems().toString());
    assertTrue(store.problems().get(0).contains("are not kept"), store.problems().get(0));
  }

  @Test
  void oldestFilesMakeRoom() throws IOException {
    for (int i = 0; i < 1000; i++) {
      Path old = Files.createFile(folder.resolve(i + ".bin"));
      assertTrue(old.toFile().setLastModified(1_000_000_000L + i * 1000L));
    }
    ProgramStore store = new ProgramStore(folder);
    Path file = file(store, "1.0", "", "kernel");
    store.write(file, BINARY);
    assertTrue(store.read(file).isPresent());
    assertFalse(Files.exists(folder.resolve("0.bin")));
    assertTrue(Files.exists(folder.resolve("1.bin")));
  }

  private static Path file(ProgramStore store, String driver, String options, String source) {
    DeviceInfo device =
        new DeviceInfo(
            "0.0", "p", "n", "v", driver, "OpenCL 1.2", DeviceType.GPU, 4, 1, 1, 1, 1, 4, 1);
    return store.file(device, options, source);
  }
}
