package io.skipscope.device.opencl;

import io.skipscope.device.Handle;
import io.skipscope.device.KernelSpec;
import io.skipscope.error.DeviceException;
import io.skipscope.kernels.KernelSource;

/** A built program; owns its kernels. */
final class OpenClProgram extends Handle {
  private final OpenClDevice device;
  private final ClObject raw;

  private OpenClProgram(OpenClDevice device, ClObject raw) {
    super(device);
    this.device = device;
    this.raw = raw;
  }

  /**
   * Compiles for the device.
   *
   * @throws DeviceException if it does not build, with the compiler's log
   */
  static OpenClProgram build(OpenClDevice device, KernelSource source, String options) {
    Cl cl = device.cl();
    ClObject raw =
        device
            .guard()
            .get(
                "loading " + source.path(),
                () -> cl.createProgram(device.context(), source.text()));
    OpenClProgram program = new OpenClProgram(device, raw);
    try {
      cl.buildProgram(raw, device.raw(), options);
      return program;
    } catch (ClException e) {
      DeviceException failure = program.buildFailure(source, options, e);
      program.close();
      throw failure;
    }
  }

  /**
   * Takes what {@link #binary} gave in an earlier process.
   *
   * @param kernel must be in it
   * @throws ClException if the driver does not take it
   */
  static OpenClProgram ofBinary(OpenClDevice device, byte[] binary, KernelSpec kernel) {
    Cl cl = device.cl();
    ClObject raw = cl.createProgramFromBinary(device.context(), device.raw(), binary);
    OpenClProgram program = new OpenClProgram(device, raw);
    try {
      cl.buildProgram(raw, device.raw(), kernel.buildOptions());
      cl.releaseKernel(cl.createKernel(raw, kernel.function()));
      return program;
    } catch (ClException e) {
      program.close();
      throw e;
    }
  }

  /**
   * What it was compiled to; empty if the driver does not give it away.
   *
   * @throws ClException if the driver fails to
   */
  byte[] binary() {
    return device.cl().programBinary(raw);
  }

  private DeviceException buildFailure(KernelSource source, String options, ClException cause) {
    String log;
    try {
      log = device.cl().buildLog(raw, device.raw());
    } catch (ClException noLog) {
      log = "";
    }
    return new DeviceException(
        device.info().label() + ", building " + source.path() + " with " + options,
        BuildLog.firstError(log, source).orElse(cause.getMessage()),
        ClStatus.remedy(ClStatus.BUILD_PROGRAM_FAILURE),
        cause.code(),
        log,
        cause);
  }

  OpenClKernel kernel(String function) {
    ClObject kernel =
        device
            .guard()
            .get("looking for kernel " + function, () -> device.cl().createKernel(raw, function));
    return new OpenClKernel(device, this, kernel);
  }

  @Override
  protected void release() {
    device.guard().run("releasing a program", () -> device.cl().releaseProgram(raw));
  }
}
