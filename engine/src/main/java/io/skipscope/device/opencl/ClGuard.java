package io.skipscope.device.opencl;

import io.skipscope.device.DeviceMemoryException;
import io.skipscope.error.DeviceException;
import java.util.function.Supplier;

/** Turns what OpenCL refused into a {@link DeviceException} that names the device and the work. */
final class ClGuard {
  private final String label;

  /**
   * @param label how messages name the device
   */
  ClGuard(String label) {
    this.label = label;
  }

  /**
   * @param work what is being done, such as {@code "reading a buffer"}
   */
  <T> T get(String work, Supplier<T> calls) {
    try {
      return calls.get();
    } catch (ClException e) {
      throw failure(label + ", " + work, e);
    }
  }

  private static DeviceException failure(String where, ClException cause) {
    String remedy = ClStatus.remedy(cause.code());
    return ClStatus.isShortOfMemory(cause.code())
        ? new DeviceMemoryException(where, cause.getMessage(), remedy, cause.code(), cause)
        : new DeviceException(where, cause.getMessage(), remedy, cause.code(), "", cause);
  }

  void run(String work, Runnable calls) {
    get(
        work,
        () -> {
          calls.run();
          return null;
        });
  }

  /** The same work, to be done later. */
  Runnable step(String work, Runnable calls) {
    return () -> run(work, calls);
  }

  DeviceException refuse(String found, String expected) {
    return new DeviceException(label, found, expected);
  }
}
