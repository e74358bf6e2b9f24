package io.skipscope.device.opencl;

import io.skipscope.device.KernelSpec;
import io.skipscope.error.DeviceException;
import io.skipscope.kernels.KernelSource;
import io.skipscope.kernels.KernelSources;
import java.util.HashMap;
import java.util.Map;

/** Builds each distinct program and kernel of a device once. */
final class KernelCache {
  private final OpenClDevice device;
  private final ProgramBuilder builder;
  private final Map<KernelSpec.Program, OpenClProgram> programs = new HashMap<>();
  private final Map<KernelSpec, OpenClKernel> kernels = new HashMap<>();

  KernelCache(OpenClDevice device, ProgramBuilder builder) {
    this.device = device;
    this.builder = builder;
  }

  /**
   * The kernel that all launches without one of their own share; under the device's lock.
   *
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

  /**
   * Any thread. Compiling holds no lock, unless the caller does; of two threads that compile the
   * same at once, one does so in vain.
   *
   * @throws DeviceException if the source is missing or does not build
   */
  OpenClProgram program(KernelSpec spec) {
    KernelSpec.Program key = spec.program();
    OpenClProgram known = known(key);
    return known != null ? known : remember(key, builder.build(source(spec), spec));
  }

  private OpenClProgram known(KernelSpec.Program key) {
    synchronized (device.callLock()) {
      return programs.get(key);
    }
  }

  private OpenClProgram remember(KernelSpec.Program key, OpenClProgram built) {
    synchronized (device.callLock()) {
      OpenClProgram earlier = programs.putIfAbsent(key, built);
      if (earlier == null) {
        return built;
      }
      built.close();
      return earlier;
    }
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
