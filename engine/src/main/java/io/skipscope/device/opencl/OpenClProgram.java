package io.skipscope.device.opencl;

import io.skipscope.device.Handle;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.UnfitProgramException;
import io.skipscope.error.DeviceException;
import io.skipscope.kernels.KernelSource;
import java.util.Optional;

/** A built program; owns its kernels. */
final class OpenClProgram extends Handle {
  private final OpenClDevice device;
  private final ClObject raw;
  private final KernelSpec.Program key;

  private OpenClProgram(OpenClDevice device, ClObject raw, KernelSpec.Program key) {
    super(device);
    this.device = device;
    this.raw = raw;
    this.key = key;
  }

  /**
   * Compiles for the device.
   *
   * @throws UnfitProgramException if the compiler refuses it, with the compiler's log
   * @throws DeviceException if it does not build for another reason
   */
  static OpenClProgram build(OpenClDevice device, KernelSource source, String options) {
    Cl cl = device.cl();
    ClObject raw =
        device
            .guard()
            .get(
                "loading " + source.path(),
                () -> cl.createProgram(device.context(), source.text()));
    OpenClProgram program =
        new OpenClProgram(device, raw, new KernelSpec.Program(source.path(), options));
    try {
      cl.buildProgram(raw, device.members(), options);
      return program;
    } catch (ClException e) {
      DeviceException failure = program.buildFailure(source, options, e);
      program.close();
      throw failure;
    }
  }

  /**
   * What PoCL's front end makes of a source, which {@link #ofBinary} takes; empty if the driver
   * does not give it away.
   *
   * @throws ClException if it fails to, or the source has errors
   */
  static Optional<byte[]> bitcode(OpenClDevice device, KernelSource source, String options) {
    Cl cl = device.cl();
    ClObject raw = cl.createProgram(device.context(), source.text());
    try {
      cl.compileProgram(raw, device.raw(), options);
      return PoclBinary.bitcode(cl.programBinary(raw));
    } finally {
      cl.releaseProgram(raw);
    }
  }

  /**
   * Takes what {@link #binary} or {@link #bitcode} gave, in an earlier process or this.
   *
   * @param kernel must be in it
   * @throws ClException if the driver does not take it
   */
  static OpenClProgram ofBinary(OpenClDevice device, byte[] binary, KernelSpec kernel) {
    Cl cl = device.cl();
    ClObject raw = cl.createProgramFromBinary(device.context(), device.raw(), binary);
    OpenClProgram program = new OpenClProgram(device, raw, kernel.program());
    try {
      cl.buildProgram(raw, device.members(), kernel.buildOptions());
      cl.releaseKernel(cl.createKernel(raw, kernel.function()));
      return program;
    } catch (ClException e) {
      program.close();
      throw e;
    }
  }

  /**
   * What it was built to; empty if the driver does not give it away.
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
    String where = device.info().label() + ", building " + source.path() + " with " + options;
    String found = BuildLog.firstError(log, source).orElse(cause.getMessage());
    String remedy = ClStatus.remedy(ClStatus.BUILD_PROGRAM_FAILURE);
    return cause.code() == ClStatus.BUILD_PROGRAM_FAILURE
        ? new UnfitProgramException(key, where, found, remedy, cause.code(), log, cause)
        : new DeviceException(where, found, remedy, cause.code(), log, cause);
  }

  /**
   * A kernel of this program.
   *
   * @throws UnfitProgramException if the device cannot run it as it was built
   */
  OpenClKernel kernel(String function) {
    ClObject kernel =
        device
            .guard()
            .get("looking for kernel " + function, () -> device.cl().createKernel(raw, function));
    OpenClKernel made = new OpenClKernel(device, this, kernel);
    try {
      requireFits(function, made.limits());
      return made;
    } catch (UnfitProgramException e) {
      made.close();
      throw e;
    }
  }

  private void requireFits(String function, WorkGroupLimits limits) {
    if (limits.isTooLarge() && !device.traits().understatesWorkGroups()) {
      throw unfit(
          function,
          "work-groups of " + limits.smallest() + " work-items",
          "at most " + limits.largest() + " for this kernel as it was built");
    }
    if (limits.localBytes() > device.info().localMemoryBytes()) {
      throw unfit(
          function,
          limits.localBytes() + " bytes of local memory",
          "at most " + device.info().localMemoryBytes());
    }
  }

  private UnfitProgramException unfit(String function, String found, String expected) {
    String where = device.info().label() + ", " + function + " of " + key.source();
    return new UnfitProgramException(key, where, found, expected, 0, "", null);
  }

  @Override
  protected void release() {
    device.guard().run("releasing a program", () -> device.cl().releaseProgram(raw));
  }
}
