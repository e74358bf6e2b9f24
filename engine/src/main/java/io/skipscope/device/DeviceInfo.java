package io.skipscope.device;

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
  /**
   * The only platform on which work-items of other groups were seen to find what one wrote before
   * it counted; OpenCL 1.2 promises nothing there, and Mesa's device for CPUs gives wrong numbers.
   */
  private static final String ORDERED_PLATFORM = "Portable Computing Language";

  /** Whether what a work-group writes is seen by those that see its next atomic operation. */
  public boolean ordersWritesBeforeAtomics() {
    return platform.equals(ORDERED_PLATFORM);
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
