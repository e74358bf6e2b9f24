package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.error.DeviceException;
import io.skipscope.testing.Skips;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeviceCatalogTest {
  private static final String CHOICE = "skipscope.device";

  private final DeviceCatalog catalog = DeviceCatalog.discover();

  @AfterEach
  void forgetChoice() {
    System.clearProperty(CHOICE);
  }

  @Test
  void plainJavaDeviceIsTheLastOfAll() {
    List<DeviceInfo> devices = catalog.devices();
    assertEquals(DeviceCatalog.JAVA, devices.get(devices.size() - 1).id());
  }

  @Test
  void unknownDeviceListsTheKnownOnes() {
    DeviceException e = assertThrows(DeviceException.class, () -> catalog.open("9.9"));
    assertTrue(e.getMessage().contains("9.9"), e.getMessage());
    assertTrue(e.expected().contains("java, "), e.getMessage());
  }

  @Test
  void autoObeysTheSetting() {
    System.setProperty(CHOICE, "java");
    try (Device device = catalog.open(DeviceCatalog.AUTO)) {
      assertEquals("java", device.info().id());
    }
  }

  @Test
  void settingThatNamesNoDeviceIsAnError() {
    System.setProperty(CHOICE, "nonsense");
    assertThrows(DeviceException.class, () -> catalog.find(DeviceCatalog.AUTO));
  }

  @Test
  void fastestIsChosenAndThatWhichFailsIsNot() {
    Map<String, Double> gflops = Map.of("0.0", 10.0, "0.1", 0.0, "1.0", 30.0);
    List<DeviceInfo> candidates = List.of(named("0.0"), named("0.1"), named("1.0"));
    assertEquals("1.0", DeviceCatalog.fastestId(candidates, info -> gflops.get(info.id())));
    assertEquals("java", DeviceCatalog.fastestId(candidates, info -> 0));
    assertEquals("java", DeviceCatalog.fastestId(List.of(), info -> 1));
  }

  @Test
  void singleCandidateIsNotMeasured() {
    String id =
        DeviceCatalog.fastestId(
            List.of(named("0.0")),
            info -> {
              throw new AssertionError("measured");
            });
    assertEquals("0.0", id);
  }

  @Test
  @Tag("opencl")
  void openClDevicesComeFirstAndOpen() {
    DeviceInfo first = catalog.devices().get(0);
    Skips.unless(!first.id().equals(DeviceCatalog.JAVA), "no OpenCL device");
    try (Device device = catalog.open(first.id())) {
      assertTrue(device.runsKernels());
      assertFalse(device.info().name().isBlank());
    }
  }

  private static DeviceInfo named(String id) {
    return new DeviceInfo(id, "p", "d", "v", "1", "", DeviceType.GPU, 1, 1, 1, 1, 1, 4, 1);
  }
}
