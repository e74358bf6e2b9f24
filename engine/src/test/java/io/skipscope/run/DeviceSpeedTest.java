package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceSpeedTest {
  private static final DeviceCatalog CATALOG = DeviceCatalog.discover();

  static List<String> devices() {
    return CATALOG.devices().stream().map(DeviceInfo::id).toList();
  }

  @ParameterizedTest
  @MethodSource("devices")
  void everyDeviceHasASpeedThatAMachineCanHave(String id) {
    try (Device device = CATALOG.open(id)) {
      device.openQueue().close();
      DeviceSpeed speed = DeviceSpeed.measure(device);
      System.out.println(device.info().label() + ": " + speed);
      assertTrue(speed.peakGflops() > 0.01 && speed.peakGflops() < 1e6, speed.toString());
      assertTrue(speed.copyGbps() > 0.01 && speed.copyGbps() < 1e5, speed.toString());
      assertEquals(0, device.runsKernels() ? 0 : device.liveObjects());
    }
  }

  @Test
  void theBetterOfTwoMeasurementsIsTakenNumberByNumber() {
    DeviceSpeed better = new DeviceSpeed(10, 1).orFaster(new DeviceSpeed(5, 2));
    assertEquals(new DeviceSpeed(10, 2), better);
  }
}
