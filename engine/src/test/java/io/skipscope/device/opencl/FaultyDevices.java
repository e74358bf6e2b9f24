package io.skipscope.device.opencl;

import io.skipscope.device.Device;
import java.util.Map;

/** OpenCL devices one of whose calls fails, for tests of what works with devices. */
public final class FaultyDevices {
  private static final JoclCl REAL = new JoclCl();

  private FaultyDevices() {}

  /**
   * @param method the OpenCL call that fails, by its name in {@link Cl}
   * @param failingCall its number, from 0
   * @param code the error that it gives
   */
  public static Device open(String id, String method, int failingCall, int code) {
    Cl faulty = FaultyCl.over(REAL, method, failingCall, code).cl();
    return OpenClPlatforms.discover(faulty).open(id);
  }

  /** Likewise, and every further call of the method fails too. */
  public static Device failing(String id, String method, int failingCall, int code) {
    Cl faulty = FaultyCl.lasting(REAL, method, failingCall, code).cl();
    return OpenClPlatforms.discover(faulty).open(id);
  }

  /** A device without faults, counted by {@link #liveObjects}. */
  public static Device healthy(String id) {
    return OpenClPlatforms.discover(REAL).open(id);
  }

  /** What is open of all devices opened here, by the kind of object; empty if nothing is. */
  public static Map<?, Integer> liveObjects() {
    return REAL.liveObjects();
  }
}
