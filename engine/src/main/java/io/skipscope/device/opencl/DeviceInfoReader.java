package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;

/** Reads what a device says of itself. */
final class DeviceInfoReader {
  private final Cl cl;
  private final ClObject device;

  DeviceInfoReader(Cl cl, ClObject device) {
    this.cl = cl;
    this.device = device;
  }

  /** Whether the device is there and has a compiler. */
  boolean isUsable() {
    return cl.deviceNumber(device, ClInfo.DEVICE_AVAILABLE) != 0
        && cl.deviceNumber(device, ClInfo.DEVICE_COMPILER_AVAILABLE) != 0;
  }

  DeviceInfo read(String id, String platform) {
    return new DeviceInfo(
        id,
        platform,
        text(ClInfo.DEVICE_NAME),
        text(ClInfo.DEVICE_VENDOR),
        text(ClInfo.DRIVER_VERSION),
        text(ClInfo.DEVICE_VERSION),
        type(),
        clamped(ClInfo.DEVICE_MAX_COMPUTE_UNITS),
        cl.deviceNumber(device, ClInfo.DEVICE_GLOBAL_MEM_SIZE),
        cl.deviceNumber(device, ClInfo.DEVICE_MAX_MEM_ALLOC_SIZE),
        cl.deviceNumber(device, ClInfo.DEVICE_LOCAL_MEM_SIZE),
        clamped(ClInfo.DEVICE_MAX_WORK_GROUP_SIZE),
        Math.max(Float.BYTES, clamped(ClInfo.DEVICE_MEM_BASE_ADDR_ALIGN) / Byte.SIZE),
        Math.max(1, clamped(ClInfo.DEVICE_NATIVE_VECTOR_WIDTH_FLOAT)));
  }

  /** How many parts of one compute unit it can be cut into; 0 if it cannot be cut so. */
  int singleUnitParts() {
    for (long property : cl.deviceNumbers(device, ClInfo.DEVICE_PARTITION_PROPERTIES)) {
      if (property == ClInfo.DEVICE_PARTITION_EQUALLY) {
        int units = clamped(ClInfo.DEVICE_MAX_COMPUTE_UNITS);
        return units > 1 ? Math.min(units, clamped(ClInfo.DEVICE_PARTITION_MAX_SUB_DEVICES)) : 0;
      }
    }
    return 0;
  }

  private DeviceType type() {
    long bits = cl.deviceNumber(device, ClInfo.DEVICE_TYPE);
    if ((bits & ClInfo.DEVICE_TYPE_GPU) != 0) {
      return DeviceType.GPU;
    }
    return (bits & ClInfo.DEVICE_TYPE_CPU) != 0 ? DeviceType.CPU : DeviceType.ACCELERATOR;
  }

  private String text(int parameter) {
    return cl.deviceText(device, parameter);
  }

  private int clamped(int parameter) {
    return (int) Math.min(Integer.MAX_VALUE, cl.deviceNumber(device, parameter));
  }
}
