package io.skipscope.op;

import io.skipscope.device.Device;
import org.junit.jupiter.api.Assumptions;

/** Devices that tests run on. */
public final class TestDevices {
  private TestDevices() {}

  /** The first OpenCL device; where there is none, the test is skipped and says so. */
  public static Device openCl() {
    String message = "SKIPPED: no OpenCL device; install pocl-opencl-icd to run this test";
    System.err.println(message);
    return Assumptions.abort(message);
  }
}
