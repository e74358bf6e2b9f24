package io.skipscope.device;

import io.skipscope.error.DeviceException;

/**
 * A program that a device's compiler refuses, or of whose kernels one asks for more than the device
 * can give it. Other kernels may do the same work.
 */
public final class UnfitProgramException extends DeviceException {
  private static final long serialVersionUID = 1L;

  private final transient KernelSpec.Program program;

  /** The arguments are those of {@link DeviceException}, but for the first. */
  public UnfitProgramException(
      KernelSpec.Program program,
      String device,
      String found,
      String expected,
      int code,
      String buildLog,
      Throwable cause) {
    super(device, found, expected, code, buildLog, cause);
    this.program = program;
  }

  public KernelSpec.Program program() {
    return program;
  }
}
