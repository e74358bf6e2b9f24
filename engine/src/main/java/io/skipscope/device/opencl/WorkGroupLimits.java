package io.skipscope.device.opencl;

import io.skipscope.device.NdRange;
import java.util.Arrays;

/**
 * The work-groups that a device accepts for one built kernel.
 *
 * @param largest work-items of a work-group in all; 0 if the driver does not know
 * @param largestPerAxis work-items along each axis
 * @param required the size that the kernel's source demands; empty if it demands none
 * @param localBytes of local memory that a work-group takes
 */
record WorkGroupLimits(long largest, long[] largestPerAxis, long[] required, long localBytes) {
  static WorkGroupLimits of(OpenClDevice device, ClObject kernel) {
    Cl cl = device.cl();
    long[] demanded = cl.kernelNumbers(kernel, device.raw(), ClInfo.KERNEL_COMPILE_WORK_GROUP_SIZE);
    return new WorkGroupLimits(
        cl.kernelNumbers(kernel, device.raw(), ClInfo.KERNEL_WORK_GROUP_SIZE)[0],
        cl.deviceNumbers(device.raw(), ClInfo.DEVICE_MAX_WORK_ITEM_SIZES),
        Arrays.stream(demanded).allMatch(size -> size > 0) ? demanded : new long[0],
        cl.kernelNumbers(kernel, device.raw(), ClInfo.KERNEL_LOCAL_MEM_SIZE)[0]);
  }

  /** Work-items of the smallest work-group that the kernel runs with. */
  long smallest() {
    return Arrays.stream(required).reduce(1, (a, b) -> a * b);
  }

  /** Whether not even the smallest work-group may be launched, for the compiler's registers. */
  boolean isTooLarge() {
    return largest > 0 && smallest() > largest;
  }

  /**
   * The preferred work-group, halved along its longest axis until it is legal.
   *
   * <p>It does not depend on the range: some drivers compile a kernel anew for each local size.
   */
  long[] fit(NdRange.WorkGroup preferred) {
    if (required.length > 0) {
      return required.clone();
    }
    long[] size = {preferred.columns(), preferred.rows(), preferred.outer()};
    for (int axis = 0; axis < size.length; axis++) {
      size[axis] = Math.max(1, Math.min(size[axis], largestPerAxis[axis]));
    }
    while (size[0] * size[1] * size[2] > Math.max(1, largest)) {
      size[longest(size)] /= 2;
    }
    return size;
  }

  /** The least multiples of {@code local} that cover a range. */
  static long[] cover(NdRange range, long[] local) {
    long[] wanted = {range.columns(), range.rows(), range.outer()};
    long[] global = new long[wanted.length];
    for (int axis = 0; axis < wanted.length; axis++) {
      global[axis] = (wanted[axis] + local[axis] - 1) / local[axis] * local[axis];
    }
    return global;
  }

  private static int longest(long[] size) {
    int best = 0;
    for (int axis = 1; axis < size.length; axis++) {
      best = size[axis] > size[best] ? axis : best;
    }
    return best;
  }
}
