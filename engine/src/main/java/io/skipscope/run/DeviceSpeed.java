package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Launch;
import io.skipscope.device.Queue;
import java.util.Map;

/**
 * How fast a device is at best, measured.
 *
 * @param peakGflops multiply-adds kept in registers, in 10^9 floating-point operations a second
 * @param copyGbps a copy from memory to memory, in 10^9 bytes read and written a second
 */
public record DeviceSpeed(double peakGflops, double copyGbps) {
  /** Long enough for the clocks, short enough not to be noticed. */
  private static final long PEAK_NANOS = 20_000_000;

  private static final int LEAST_REPEATS = 3;

  /** Java loops need a while to be compiled. */
  private static final long LEAST_NANOS = 60_000_000;

  private static final long LARGEST_COPY_BYTES = 64L << 20;

  /**
   * Measures within about half a second, apart from what building two kernels takes.
   *
   * @param device is left as it was
   * @throws io.skipscope.error.DeviceException if the device refuses
   */
  public static DeviceSpeed measure(Device device) {
    SpeedProbe probe = device.runsKernels() ? new KernelProbe(device.info()) : new HostProbe();
    try (Queue queue = device.openQueue()) {
      return new DeviceSpeed(peak(device, queue, probe), copy(device, queue, probe));
    }
  }

  /** The better of two measurements, number by number. */
  public DeviceSpeed orFaster(DeviceSpeed other) {
    return new DeviceSpeed(
        Math.max(peakGflops, other.peakGflops), Math.max(copyGbps, other.copyGbps));
  }

  private static double peak(Device device, Queue queue, SpeedProbe probe) {
    try (DeviceBuffer output = device.allocate((long) probe.columns() * Float.BYTES)) {
      NamedBuffers buffers = new NamedBuffers(Map.of(SpeedProbe.OUTPUT, output));
      int iterations = 64;
      long nanos = shortest(queue, probe.multiplyAdds(iterations), buffers);
      while (nanos < PEAK_NANOS / 2 && iterations < 1 << 24) {
        iterations *= (int) Math.min(64, Math.max(2, PEAK_NANOS / Math.max(1, nanos)));
        nanos = shortest(queue, probe.multiplyAdds(iterations), buffers);
      }
      return (double) probe.flopsPerIteration() * iterations / nanos;
    }
  }

  private static double copy(Device device, Queue queue, SpeedProbe probe) {
    long wantedBytes = Math.min(LARGEST_COPY_BYTES, device.info().maxAllocBytes() / 4);
    int rows = (int) Math.max(1, wantedBytes / Float.BYTES / SpeedProbe.COPY_COLUMNS);
    long sizeBytes = (long) rows * SpeedProbe.COPY_COLUMNS * Float.BYTES;
    try (DeviceBuffer input = device.allocate(sizeBytes);
        DeviceBuffer output = device.allocate(sizeBytes)) {
      // Memory that was never written may be one page of zeros, read from the cache.
      queue.submit(probe.copy(rows), copyBuffers(output, input)).elapsedNanos();
      return 2.0 * sizeBytes / shortest(queue, probe.copy(rows), copyBuffers(input, output));
    }
  }

  private static NamedBuffers copyBuffers(DeviceBuffer from, DeviceBuffer to) {
    return new NamedBuffers(Map.of(SpeedProbe.INPUT, from, SpeedProbe.OUTPUT, to));
  }

  /**
   * By the host's clock: on a busy machine some drivers note a kernel's start too late, and the
   * shortest time would be one of those.
   */
  private static long shortest(Queue queue, Launch launch, NamedBuffers bindings) {
    // The first time may compile a kernel, and touches new memory.
    queue.submit(launch, bindings).elapsedNanos();
    long beginNanos = System.nanoTime();
    long best = Long.MAX_VALUE;
    for (int repeat = 0;
        repeat < LEAST_REPEATS || System.nanoTime() - beginNanos < LEAST_NANOS;
        repeat++) {
      long startNanos = System.nanoTime();
      queue.submit(launch, bindings).elapsedNanos();
      best = Math.min(best, System.nanoTime() - startNanos);
    }
    return Math.max(1, best);
  }
}
