package io.skipscope.op;

import io.skipscope.device.Device;
import io.skipscope.device.opencl.OpenClPlatforms;
import io.skipscope.testing.Skips;

/** Devices that operators are tested on. */
public final class TestDevices {
  private TestDevices() {}

  /** The first OpenCL device; where there is none, the test is skipped and says so. */
  public static Device openCl() {
    OpenClPlatforms platforms = OpenClPlatforms.discover();
    Skips.unless(!platforms.devices().isEmpty(), "no OpenCL device: " + platforms.problems());
    return platforms.open(platforms.devices().get(0).id());
  }
}
