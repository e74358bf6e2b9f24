package io.skipscope.device.opencl;

import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.KernelLaunch;

/**
 * A launch of one work-group with no rows to compute, after which the driver has compiled all that
 * the real one needs. One small buffer stands for all.
 *
 * <p>It has a kernel, a queue and a buffer of its own, so that the device can work meanwhile.
 */
final class TrialLaunch {
  private TrialLaunch() {}

  static void run(OpenClDevice device, OpenClProgram program, KernelLaunch real) {
    KernelLaunch launch = real.withoutRows();
    try (OpenClKernel kernel = program.kernel(launch.kernel().function());
        DeviceBuffer unused = device.allocate(0)) {
      Bindings bindings = Bindings.of(value -> unused, factor -> 0);
      device
          .guard()
          .run(
              "compiling " + launch.kernelName(),
              () -> {
                kernel.bind(launch, bindings);
                enqueue(device, kernel, kernel.grouped(launch.range()));
              });
    }
  }

  private static void enqueue(
      OpenClDevice device, OpenClKernel kernel, OpenClKernel.GroupedRange range) {
    Cl cl = device.cl();
    ClObject queue = cl.createQueue(device.context(), device.raw(), false);
    try {
      kernel.enqueue(queue, range);
      cl.finish(queue);
    } finally {
      cl.releaseQueue(queue);
    }
  }
}
