package io.skipscope.device.opencl;

import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;

/**
 * A launch of one work-group with no rows to compute, after which the driver has compiled all that
 * the real one needs.
 *
 * <p>It has a kernel, a queue and a buffer of its own, so that the device can work meanwhile.
 */
final class TrialLaunch {
  private TrialLaunch() {}

  static void run(OpenClDevice device, OpenClProgram program, KernelLaunch launch) {
    try (OpenClKernel kernel = program.kernel(launch.kernel().function());
        DeviceBuffer unused = device.allocate(0)) {
      Bindings bindings = Bindings.of(value -> unused, factor -> 0);
      device
          .guard()
          .run(
              "compiling " + launch.kernelName(),
              () -> {
                kernel.bind(launch.rows(0, 0), bindings);
                enqueue(device, kernel, launch);
              });
    }
  }

  private static void enqueue(OpenClDevice device, OpenClKernel kernel, KernelLaunch launch) {
    Cl cl = device.cl();
    ClObject queue = cl.createQueue(device.context(), device.raw(), false);
    try {
      NdRange oneGroup = new NdRange(1, 1, 1, launch.range().local());
      kernel.enqueue(queue, kernel.grouped(oneGroup));
      cl.finish(queue);
    } finally {
      cl.releaseQueue(queue);
    }
  }
}
