package io.skipscope.device;

import java.util.List;
import java.util.Optional;

/**
 * Something that runs launches: an OpenCL device, or the plain Java one.
 *
 * <p>Everything made from a device is closed with it, in a safe order; closing twice is harmless.
 * Every method throws {@link io.skipscope.error.DeviceException} when the device refuses.
 */
public interface Device extends AutoCloseable {
  DeviceInfo info();

  /** Whether it runs {@link KernelLaunch} (true) or {@link HostLaunch} (false). */
  boolean runsKernels();

  DeviceBuffer allocate(long sizeBytes);

  /**
   * A buffer that the host reads in place.
   *
   * @param sizeBytes at most 2^30
   */
  SharedBuffer allocateShared(long sizeBytes);

  /**
   * A part of a buffer; closed with its parent at the latest.
   *
   * @param offsetBytes a multiple of {@link DeviceInfo#baseAddressAlignBytes}
   */
  DeviceBuffer slice(DeviceBuffer parent, long offsetBytes, long sizeBytes);

  /** Builds a kernel ahead of its first launch; a kernel that is built already costs nothing. */
  void build(KernelSpec kernel);

  /**
   * Does all compiling ahead of a launch's first time, whose buffers need not be there yet. Any
   * thread; the device's owner can go on using it meanwhile.
   */
  void buildFor(KernelLaunch launch);

  /**
   * Says what the device is for, before anything else is asked of it: it may then build what it was
   * made ready for when it last served that purpose, until {@link #buildFor} is called.
   *
   * @param purpose the same text for the same kernels, such as a command and a model's name
   */
  default void expect(String purpose) {}

  /**
   * Starts a further compiler where that makes {@link #buildFor} of many kernels faster; whoever
   * starts it closes it. Any thread.
   */
  default Optional<SecondCompiler> startSecondCompiler() {
    return Optional.empty();
  }

  Queue openQueue();

  /** What did not go as it should but did no harm, one line each. Any thread. */
  default List<String> problems() {
    return List.of();
  }

  /** Buffers, queues, programs and kernels that are open: for leak tests. */
  int liveObjects();

  @Override
  void close();
}
