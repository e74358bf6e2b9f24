package io.skipscope.device;

import io.skipscope.error.DeviceException;

/** An id that no device has. Unlike a device that fails, it is answered with no other device. */
public final class UnknownDeviceException extends DeviceException {
  private static final long serialVersionUID = 1L;

  public UnknownDeviceException(String id, String known) {
    super("device " + id, "no such device", "one of " + known);
  }
}
