package io.skipscope.device.opencl;

import io.skipscope.device.KernelSpec;
import io.skipscope.error.DeviceException;
import io.skipscope.kernels.KernelSource;
import io.skipscope.kernels.KernelSources;
import java.util.HashMap;
import java.util.Map;

/** Builds each distinct program and kernel of a device once. Called under the device's lock. */
final class KernelCache {
  private record ProgramKey(String source, String options) {}

  private final OpenClDevice device;
  private final Map<ProgramKey, OpenClProgram> programs = new HashMap<>();
  private final Map<KernelSpec, OpenClKernel> kernels = new HashMap<>();

  KernelCache(OpenClDevice device) {
    this.device = device;
  }

  /**
   * @throws DeviceException if the source is missing or does not build
   */
  OpenClKernel get(KernelSpec spec) {
    OpenClKernel kernel = kernels.get(spec);
    if (kernel == null) {
      kernel = create(spec);
      kernels.put(spec, kernel);
    }
    return kernel;
  }

  /** A kernel of the caller's own, who closes it; it shares the program. */
  OpenClKernel create(KernelSpec spec) {
    return program(spec).kernel(spec.function());
  }

  private OpenClProgram program(KernelSpec spec) {
    ProgramKey key = new ProgramKey(spec.source(), spec.buildOptions());
    OpenClProgram program = programs.get(key);
    if (program == null) {
      program = OpenClProgram.build(device, source(spec), key.options());
      programs.put(key, program);
    }
    return program;
  }

  private KernelSource source(KernelSpec spec) {
    try {
      return KernelSources.read(spec.source());
    } catch (IllegalArgumentException e) {
      throw device
          .guard()
          .refuse(e.getMessage(), "every kernel source to be in the installation; build it anew");
    }
  }
}
