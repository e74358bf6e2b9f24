package io.skipscope.run;

import io.skipscope.device.DeviceInfo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The measured speed of each device, kept in a file; a new driver is measured anew. */
final class SpeedStore {
  private final Measurements<DeviceSpeed> speeds;

  /**
   * @param file a JSON object: device and driver to {@link DeviceSpeed}; need not exist
   * @param problems told one line for each failure
   */
  SpeedStore(Path file, Consumer<String> problems) {
    speeds =
        new Measurements<>(
            file, "measured speeds", DeviceSpeed.class, SpeedStore::isPossible, problems);
  }

  Optional<DeviceSpeed> get(DeviceInfo device) {
    return speeds.get(device.model());
  }

  void put(DeviceInfo device, DeviceSpeed speed) {
    speeds.put(device.model(), speed);
  }

  private static boolean isPossible(DeviceSpeed speed) {
    return speed.peakGflops() > 0 && speed.copyGbps() > 0;
  }
}
