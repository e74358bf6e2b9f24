package io.skipscope.device;

import java.util.Locale;

/**
 * A device and its limits, as it reports them.
 *
 * @param id {@code platform.device} such as {@code 0.0}, {@code 0.0/1} for a sub-device, or {@code
 *     java}
 * @param version the OpenCL version text, empty for the plain Java device
 * @param maxAllocBytes the largest single buffer
 * @param maxWorkGroupSize of the device; a kernel's own limit may be lower
 * @param baseAddressAlignBytes alignment that slices of a buffer must have
 * @param nativeVectorWidth floats per native vector
 */
public record DeviceInfo(
    String id,
    String platform,
    String name,
    String vendor,
    String driver,
    String version,
    DeviceType type,
    int computeUnits,
    long globalMemoryBytes,
    long maxAllocBytes,
    long localMemoryBytes,
    int maxWorkGroupSize,
    int baseAddressAlignBytes,
    int nativeVectorWidth) {
  private static final String POCL = "Portable Computing Language";

  /** In the version of devices that PoCL shows for a server, in small or large letters. */
  private static final String POCL_REMOTE = "pocl-remote";

  /**
   * Whether PoCL computes on the processor of this machine. Its other devices, such as those of
   * other machines, have the same platform and other drivers.
   */
  public boolean isPoclProcessor() {
    return platform.equals(POCL) && type == DeviceType.CPU && !isOfOtherMachine();
  }

  /** Whether PoCL reaches it through a network. */
  public boolean isOfOtherMachine() {
    return version.toLowerCase(Locale.ROOT).contains(POCL_REMOTE);
  }

  /**
   * Whether what a work-group writes is seen by those that see its next atomic operation. OpenCL
   * 1.2 does not promise that; only on PoCL's processor was it seen to hold, and Mesa's device for
   * CPUs gives wrong numbers.
   */
  public boolean ordersWritesBeforeAtomics() {
    return isPoclProcessor();
  }

  /** Such as {@code 0.0 (pthread-skylake)}: how messages name a device. */
  public String label() {
    return id + " (" + name + ")";
  }

  /** What measurements of it depend on: platform, vendor, name and driver. */
  public String model() {
    return String.join(" | ", platform, vendor, name, driver);
  }
}
