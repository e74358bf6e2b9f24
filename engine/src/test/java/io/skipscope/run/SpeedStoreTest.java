package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.cpu.JavaDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedStoreTest {
  private static final DeviceInfo DEVICE = JavaDevice.describe(2);
  private static final DeviceSpeed SPEED = new DeviceSpeed(12.5, 3.25);

  @TempDir Path folder;
  private final List<String> problems = new ArrayList<>();

  @Test
  void speedIsFoundAgainByTheNextStore() {
    store().put(DEVICE, SPEED);
    assertEquals(Optional.of(SPEED), store().get(DEVICE));
    assertEquals(List.of(), problems);
  }

  @Test
  void otherDeviceIsNotFound() {
    store().put(DEVICE, SPEED);
    assertEquals(Optional.empty(), store().get(JavaDevice.describe(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[1]", "{\"a\": null}", "{\"a\": {\"peakGflops\": -1}}"})
  void corruptFileIsIgnoredWithOneLineAndReplaced(String content) throws IOException {
    Files.writeString(file(), content);
    SpeedStore store = store();
    assertEquals(Optional.empty(), store.get(DEVICE));
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains(file().toString()), problems.get(0));
    store.put(DEVICE, SPEED);
    assertEquals(Optional.of(SPEED), store().get(DEVICE));
  }

  @Test
  void folderThatCannotBeWrittenCostsOneLineOnly() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    new SpeedStore(inTheWay.resolve("speeds.json"), problems::add).put(DEVICE, SPEED);
    assertEquals(1, problems.size());
  }

  private SpeedStore store() {
    return new SpeedStore(file(), problems::add);
  }

  private Path file() {
    return folder.resolve("speeds.json");
  }
}
