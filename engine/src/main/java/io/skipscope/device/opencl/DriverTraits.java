package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;

/**
 * Habits of drivers that only change how fast things start, never what is computed.
 *
 * @param compilesAtFirstLaunch whether building does half of the work, and a kernel's first launch
 *     the rest
 * @param keepsPrograms whether the driver remembers what it has built from one process to the next
 */
record DriverTraits(boolean compilesAtFirstLaunch, boolean keepsPrograms) {
  private static final String POCL = "Portable Computing Language";
  private static final String NVIDIA = "NVIDIA CUDA";

  static DriverTraits of(DeviceInfo device) {
    boolean pocl = device.platform().equals(POCL);
    return new DriverTraits(pocl, pocl || device.platform().equals(NVIDIA));
  }
}
