package io.skipscope.op;

import io.skipscope.device.Device;
import io.skipscope.device.opencl.OpenClPlatforms;
import org.junit.jupiter.api.Assumptions;

/** Devices that tests run on. */
public final class TestDevices {
  private TestDevices() {}

  /** The first OpenCL device; where there is none, the test is skipped and says so. */
  public static Device openCl() {
    OpenClPlatforms platforms = OpenClPlatforms.discover();
    if (platforms.devices().isEmpty()) {
      String message = "SKIPPED: no OpenCL device: " + platforms.problems();
      System.err.println(message);
      Assumptions.abort(message);
    }
    return platforms.open(platforms.devices().get(0).id());
  }
}
