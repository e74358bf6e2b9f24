package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import org.junit.jupiter.api.Assumptions;

/** The OpenCL of the machine that runs the tests. */
final class OpenClForTests {
  private OpenClForTests() {}

  /** The id of the first device; skips the test, and says so, where there is none. */
  static String firstDevice(OpenClPlatforms platforms) {
    if (platforms.devices().isEmpty()) {
      System.err.println("SKIPPED: no OpenCL device: " + platforms.problems());
    }
    Assumptions.assumeFalse(platforms.devices().isEmpty(), "no OpenCL device");
    return platforms.devices().get(0).id();
  }

  /** The id of the first part of a device; skips the test, and says so, where there is none. */
  static String firstSubDevice(OpenClPlatforms platforms) {
    if (platforms.subDevices().isEmpty()) {
      System.err.println("SKIPPED: no OpenCL device that can be cut into parts");
    }
    Assumptions.assumeFalse(platforms.subDevices().isEmpty(), "no OpenCL sub-device");
    DeviceInfo part = platforms.subDevices().get(0);
    return part.id();
  }
}
