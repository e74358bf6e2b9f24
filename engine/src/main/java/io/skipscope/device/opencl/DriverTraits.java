package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import java.util.Set;

/**
 * Habits of drivers that only change how fast things start, never what is computed.
 *
 * @param compilesAtFirstLaunch whether building does half of the work, and a kernel's first launch
 *     the rest
 * @param keepsPrograms whether the driver remembers what it has built from one process to the next;
 *     asking such a driver for binaries gains nothing, and makes PoCL compile everything twice
 * @param compilesOneAtATime whether a process compiles one kernel at a time, which other processes
 *     then find compiled
 */
record DriverTraits(
    boolean compilesAtFirstLaunch, boolean keepsPrograms, boolean compilesOneAtATime) {
  private static final String POCL = "Portable Computing Language";
  private static final Set<String> KEEPING = Set.of(POCL, "NVIDIA CUDA", "Apple");

  static DriverTraits of(DeviceInfo device) {
    String platform = device.platform();
    boolean pocl = platform.equals(POCL);
    return new DriverTraits(pocl, KEEPING.contains(platform), pocl);
  }
}
