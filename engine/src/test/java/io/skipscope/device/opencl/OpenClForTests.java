package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import io.skipscope.testing.Skips;
import java.util.List;
import java.util.Optional;

/** The OpenCL of the machine that runs the tests. */
final class OpenClForTests {
  private OpenClForTests() {}

  /** The id of the first device; without one the test is skipped. */
  static String firstDevice(OpenClPlatforms platforms) {
    Skips.unless(!platforms.devices().isEmpty(), "no OpenCL device: " + platforms.problems());
    return platforms.devices().get(0).id();
  }

  /** The id of the first part of a device; without one the test is skipped. */
  static String firstSubDevice(OpenClPlatforms platforms) {
    Skips.unless(!platforms.subDevices().isEmpty(), "no OpenCL device that can be cut into parts");
    return platforms.subDevices().get(0).id();
  }

  /**
   * The id of all parts of a device together; without a device that allows it the test is skipped.
   */
  static String team(OpenClPlatforms platforms) {
    List<String> parts = platforms.subDevices().stream().map(DeviceInfo::id).toList();
    Optional<DeviceInfo> team = platforms.team(parts);
    Skips.unless(team.isPresent(), "no OpenCL device whose parts share buffers");
    return team.get().id();
  }
}
