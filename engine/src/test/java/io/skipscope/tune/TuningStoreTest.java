package io.skipscope.tune;

import static io.skipscope.tune.Classes.found;
import static io.skipscope.tune.Classes.pick;
import static io.skipscope.tune.Classes.pointwise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.InputException;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TunedKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningStoreTest {
  private static final DeviceInfo DEVICE = JavaDevice.describe(2);
  private static final NodeContext NODE = pointwise(1, 24);

  @TempDir Path folder;

  @Test
  void whatWasFoundIsThereAtTheNextStart() {
    store().keep(DEVICE, found(NODE, pick(6)));
    TunedKernels kept = store().load(DEVICE);
    assertEquals(Optional.of(pick(6)), kept.find(NODE));
    assertEquals(List.of(), kept.problems());
  }

  @Test
  void otherShapesAreKeptAndEqualShapesReplaced() {
    store().keep(DEVICE, found(NODE, pick(6)));
    store().keep(DEVICE, found(pointwise(1, 40), pick(3)));
    store().keep(DEVICE, found(NODE, pick(4)));
    TunedKernels kept = store().load(DEVICE);
    assertEquals(Optional.of(pick(4)), kept.find(NODE));
    assertEquals(Optional.of(pick(3)), kept.find(pointwise(1, 40)));
  }

  @Test
  void otherBatchSizesBorrowButOtherShapesDoNot() {
    store().keep(DEVICE, found(NODE, pick(6)));
    TunedKernels kept = store().load(DEVICE);
    assertEquals(Optional.of(pick(6)), kept.find(pointwise(5, 24)));
    assertEquals(Optional.empty(), kept.find(pointwise(1, 32)));
  }

  @Test
  void otherDeviceHasAFileOfItsOwn() {
    store().keep(DEVICE, found(NODE, pick(6)));
    TunedKernels other = store().load(JavaDevice.describe(3));
    assertEquals(Optional.empty(), other.find(NODE));
    assertEquals(List.of(), other.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[1]", "{\"kernels\": []}"})
  void corruptFileIsIgnoredWithOneLineAndReplaced(String content) throws IOException {
    Files.writeString(store().file(DEVICE), content);
    assertIsIgnored("cannot be read");
    store().keep(DEVICE, found(NODE, pick(6)));
    assertEquals(Optional.of(pick(6)), store().load(DEVICE).find(NODE));
  }

  @Test
  void entryThatLacksSomethingMakesAFileCorrupt() throws IOException {
    store().keep(DEVICE, found(NODE, pick(6)));
    replace("\"tuning\"", "\"tuned\"");
    assertIsIgnored("cannot be read");
  }

  @Test
  void fileThatIsAFolderIsIgnoredWithOneLine() throws IOException {
    Files.createDirectory(store().file(DEVICE));
    assertIsIgnored("cannot be read");
    assertThrows(InputException.class, () -> store().keep(DEVICE, found(NODE, pick(6))));
  }

  @Test
  void fileOfAnotherDriverIsStale() throws IOException {
    store().keep(DEVICE, found(NODE, pick(6)));
    replace("\"driver\" : \"" + DEVICE.driver(), "\"driver\" : \"another");
    assertIsIgnored("driver another");
  }

  @Test
  void fileOfAnotherKernelSourceIsStaleAndForgottenByTheNextSearch() throws IOException {
    store().keep(DEVICE, found(NODE, pick(6)));
    replace(Classes.SOURCE + "\" : \"", Classes.SOURCE + "\" : \"0");
    assertIsIgnored(Classes.SOURCE);
    store().keep(DEVICE, found(pointwise(1, 40), pick(3)));
    assertEquals(Optional.empty(), store().load(DEVICE).find(NODE));
    assertEquals(Optional.of(pick(3)), store().load(DEVICE).find(pointwise(1, 40)));
  }

  @Test
  void kernelSourceThatIsGoneMakesAFileStale() throws IOException {
    store().keep(DEVICE, found(NODE, pick(6)));
    replace(Classes.SOURCE, "conv/gone.cl");
    assertIsIgnored("conv/gone.cl");
  }

  @Test
  void folderThatCannotBeWrittenIsReported() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    TuningStore store = new TuningStore(inTheWay);
    assertThrows(InputException.class, () -> store.keep(DEVICE, found(NODE, pick(6))));
  }

  @Test
  void searchesThatEndAtOnceAllKeepWhatTheyFound() throws Exception {
    int searches = 24;
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Path>> kept = new ArrayList<>();
    for (int i = 1; i <= searches; i++) {
      NodeContext node = pointwise(1, i);
      kept.add(threads.submit(() -> store().keep(DEVICE, found(node, pick(5)))));
    }
    for (Future<Path> each : kept) {
      each.get();
    }
    threads.shutdown();
    TunedKernels all = store().load(DEVICE);
    for (int i = 1; i <= searches; i++) {
      assertEquals(Optional.of(pick(5)), all.find(pointwise(1, i)), i + " channels");
    }
  }

  private void assertIsIgnored(String reason) {
    TunedKernels kept = store().load(DEVICE);
    assertEquals(Optional.empty(), kept.find(NODE));
    assertEquals(1, kept.problems().size());
    String line = kept.problems().get(0);
    assertTrue(line.startsWith(store().file(DEVICE).toString()), line);
    assertTrue(line.contains(reason) && line.contains("skipscope tune"), line);
  }

  private void replace(String found, String by) throws IOException {
    String text = Files.readString(store().file(DEVICE));
    assertTrue(text.contains(found), text);
    Files.writeString(store().file(DEVICE), text.replace(found, by));
  }

  private TuningStore store() {
    return new TuningStore(folder);
  }
}
