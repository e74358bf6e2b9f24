package io.skipscope.run.multi;

import io.skipscope.error.DeviceException;

/** A device that failed while it worked for others, and which one it was. */
public final class DeviceLost extends DeviceException {
  private final String deviceId;

  DeviceLost(String deviceId, DeviceException cause) {
    super(cause.where(), cause.found(), cause.expected(), cause.code(), cause.buildLog(), cause);
    this.deviceId = deviceId;
  }

  public String deviceId() {
    return deviceId;
  }
}
