package io.skipscope.samples.benchmarks.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a process holds.
 *
 * @param heapBytes of live objects, after a collection
 * @param residentBytes in main memory; 0 where the system does not say
 */
record MemoryUse(long heapBytes, long residentBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** Takes two seconds: what has been cleaned up goes with the collection after. */
  static MemoryUse now() {
    collect();
    collect();
    Runtime runtime = Runtime.getRuntime();
    return new MemoryUse(runtime.totalMemory() - runtime.freeMemory(), resident());
  }

  /** Java gives memory back to the system a moment after it has collected. */
  private static void collect() {
    System.gc();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
  }

  private static long resident() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kibibytes -> Long.parseLong(kibibytes) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return "heap " + (heapBytes >> 20) + " MiB, resident " + (residentBytes >> 20) + " MiB";
  }
}
