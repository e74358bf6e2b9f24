package io.skipscope.viewer.app;

import io.skipscope.viewer.state.DeviceChoice;
import java.util.List;

/** Which device the window starts on. */
final class DefaultDevice {
  private DefaultDevice() {}

  /** The one that SKIPSCOPE_DEVICE names, else the first that works; empty if there is none. */
  static String of(List<DeviceChoice> devices) {
    String wished = System.getenv("SKIPSCOPE_DEVICE");
    return devices.stream()
        .filter(DeviceChoice::isUsable)
        .map(DeviceChoice::id)
        .filter(id -> wished == null || wished.equals("auto") || id.equals(wished))
        .findFirst()
        .or(() -> devices.stream().filter(DeviceChoice::isUsable).map(DeviceChoice::id).findFirst())
        .orElse("");
  }
}
