package io.skipscope.testing;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.run.DeviceCatalog;

/** Devices for tests; a test that needs one that is not there is skipped, loudly. */
public final class TestDevices {
  /** The plain Java device, which is always there. */
  public static final String JAVA = "java";

  /** The first OpenCL device, whatever its id. */
  public static final String OPENCL = "opencl";

  private TestDevices() {}

  /**
   * @param kind {@link #JAVA} or {@link #OPENCL}
   */
  public static Device open(String kind) {
    return DeviceCatalog.discover().open(id(kind));
  }

  /** The id of the device of a kind. */
  public static String id(String kind) {
    if (kind.equals(JAVA)) {
      return JAVA;
    }
    DeviceCatalog catalog = DeviceCatalog.discover();
    String id =
        catalog.devices().stream()
            .map(DeviceInfo::id)
            .filter(candidate -> !candidate.equals(JAVA))
            .findFirst()
            .orElse(null);
    Skips.unless(id != null, "no OpenCL device: " + catalog.problems());
    return id;
  }

  /** What PoCL may report of a processor of two cores. */
  public static DeviceInfo processor(long localMemoryBytes) {
    return ofPocl(DeviceType.CPU, "OpenCL 3.0 PoCL HSTR: pthread-skylake", localMemoryBytes);
  }

  /** What PoCL may report of a device of two compute units. */
  public static DeviceInfo ofPocl(DeviceType type, String version, long localMemoryBytes) {
    return new DeviceInfo(
        "0.0",
        "Portable Computing Language",
        "processor",
        "vendor",
        "1",
        version,
        type,
        2,
        1L << 32,
        1L << 30,
        localMemoryBytes,
        4096,
        128,
        8);
  }
}
