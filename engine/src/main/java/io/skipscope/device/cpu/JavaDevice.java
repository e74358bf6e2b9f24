package io.skipscope.device.cpu;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceMemoryException;
import io.skipscope.device.DeviceType;
import io.skipscope.device.Handle;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.Queue;
import io.skipscope.device.SharedBuffer;
import io.skipscope.error.DeviceException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The plain Java device: runs operators as Java loops on all processors.
 *
 * <p>It is the oracle of every kernel, and what runs where there is no OpenCL. Buffers are float
 * arrays made at their first use; a slice has an array of its own and shares nothing with its
 * parent. Work is done at once, on the submitting thread and the device's pool.
 */
public final class JavaDevice extends Handle implements Device {
  private static final int SLICE_ALIGN_BYTES = 64;

  private final ForkJoinPool pool;
  private final DeviceInfo info;

  /** A device with as many threads as the machine has processors. */
  public JavaDevice() {
    this(Runtime.getRuntime().availableProcessors());
  }

  public JavaDevice(int threads) {
    super(null);
    pool = new ForkJoinPool(threads);
    info = describe(threads);
  }

  /** What {@link #info()} says of a device of that many threads, without making one. */
  public static DeviceInfo describe(int threads) {
    long memoryBytes = Runtime.getRuntime().maxMemory();
    long arrayBytes = (long) Integer.MAX_VALUE * Float.BYTES;
    return new DeviceInfo(
        "java",
        "Java",
        "plain Java, " + threads + (threads == 1 ? " thread" : " threads"),
        System.getProperty("java.vendor", ""),
        System.getProperty("java.version", ""),
        "",
        DeviceType.JAVA,
        threads,
        memoryBytes,
        Math.min(memoryBytes, arrayBytes),
        0,
        1,
        SLICE_ALIGN_BYTES,
        1);
  }

  @Override
  public DeviceInfo info() {
    return info;
  }

  @Override
  public boolean runsKernels() {
    return false;
  }

  @Override
  public DeviceBuffer allocate(long sizeBytes) {
    if (sizeBytes < 0 || sizeBytes > info.maxAllocBytes()) {
      throw new DeviceMemoryException(
          info.label(),
          "a request for " + sizeBytes + " bytes",
          "0 to " + info.maxAllocBytes() + " bytes; use a smaller batch or a larger heap (-Xmx)");
    }
    return new JavaBuffer(this, sizeBytes);
  }

  /**
   * @throws DeviceException always: this device computes in arrays
   */
  @Override
  public SharedBuffer allocateShared(long sizeBytes) {
    throw new DeviceException(info.label(), "a shared buffer", "work for an OpenCL device");
  }

  @Override
  public DeviceBuffer slice(DeviceBuffer parent, long offsetBytes, long sizeBytes) {
    JavaBuffer whole = JavaBuffer.of(parent);
    if (offsetBytes < 0
        || offsetBytes % SLICE_ALIGN_BYTES != 0
        || offsetBytes + sizeBytes > whole.sizeBytes()) {
      throw new DeviceException(
          info.label(),
          "a slice of " + sizeBytes + " bytes at byte " + offsetBytes,
          "a multiple of " + SLICE_ALIGN_BYTES + " within " + whole.sizeBytes() + " bytes");
    }
    return new JavaBuffer(whole, sizeBytes);
  }

  /**
   * @throws DeviceException always: this device builds no kernels
   */
  @Override
  public void build(KernelSpec kernel) {
    throw new DeviceException(info.label(), "kernel " + kernel, "work for an OpenCL device");
  }

  /**
   * @throws DeviceException always: this device builds no kernels
   */
  @Override
  public void buildFor(KernelLaunch launch) {
    build(launch.kernel());
  }

  @Override
  public Queue openQueue() {
    return new JavaQueue(this);
  }

  @Override
  public int liveObjects() {
    return ownedCount();
  }

  void parallelFor(int count, IntConsumer body) {
    if (count > 0) {
      pool.submit(() -> IntStream.range(0, count).parallel().forEach(body)).join();
    }
  }

  @Override
  protected void release() {
    pool.shutdown();
  }
}
