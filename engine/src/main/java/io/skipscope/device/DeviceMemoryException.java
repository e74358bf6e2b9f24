package io.skipscope.device;

import io.skipscope.error.DeviceException;

/** A device, or the host on its behalf, that has too little memory. Less work at a time may do. */
public final class DeviceMemoryException extends DeviceException {
  private static final long serialVersionUID = 1L;

  /** The arguments are those of {@link DeviceException}. */
  public DeviceMemoryException(
      String device, String found, String expected, int code, Throwable cause) {
    super(device, found, expected, code, "", cause);
  }

  public DeviceMemoryException(String device, String found, String expected) {
    this(device, found, expected, 0, null);
  }
}
