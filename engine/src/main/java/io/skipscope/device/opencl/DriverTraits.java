package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import java.util.Set;

/**
 * Habits of drivers that change how fast things are, and what may be relied on.
 *
 * @param compilesAtFirstLaunch whether building does half of the work, and a kernel's first launch
 *     the rest
 * @param kept what is worth keeping of a program from one process to the next
 * @param compilesOneAtATime whether a process compiles one kernel at a time, which other processes
 *     then find compiled
 * @param wantsOneThread whether calls of several threads at once crash it. That rules out writes
 *     without waiting: until one is done, the binding waits for it on a thread of its own
 * @param understatesWorkGroups whether it may run larger work-groups than it says of a built kernel
 * @param partsShareBuffers whether sub-devices of one device may write different numbers of one
 *     buffer at the same time. OpenCL 1.2 promises that for separate sub-buffers only (5.2.4, A.1)
 */
record DriverTraits(
    boolean compilesAtFirstLaunch,
    Kept kept,
    boolean compilesOneAtATime,
    boolean wantsOneThread,
    boolean understatesWorkGroups,
    boolean partsShareBuffers) {
  /** A part of a program that saves work the next time. */
  enum Kept {
    /** The driver itself remembers all that it has built. */
    NOTHING,
    /** All of it. */
    BINARY,
    /**
     * What the front end made of the source. PoCL remembers the rest, but reads the source and its
     * 17,000 lines of built-in functions each time; asked for the binary, it compiles every kernel
     * once more.
     */
    BITCODE
  }

  private static final String OCLGRIND = "Oclgrind";
  private static final String RUSTICL = "rusticl";
  private static final Set<String> REMEMBERING = Set.of("NVIDIA CUDA", "Apple");

  static DriverTraits of(DeviceInfo device) {
    String platform = device.platform();
    boolean pocl = device.isPoclProcessor();
    return new DriverTraits(
        pocl,
        pocl ? Kept.BITCODE : REMEMBERING.contains(platform) ? Kept.NOTHING : Kept.BINARY,
        pocl,
        platform.equals(OCLGRIND),
        platform.equals(RUSTICL) || device.isOfOtherMachine(),
        pocl);
  }
}
